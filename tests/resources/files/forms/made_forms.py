"""Small files as each form exports them, with what makes them hard to read."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

NO_BREAK = "\u00a0"
USEFUL, RUN, RECOMMEND, CHANGE, DIFFERENTLY = (
    "How useful was the event to you?",
    "How well was it run?",
    "Would you recommend it to a colleague?",
    "What one thing should we change?",
    "What will you do differently after today?",
)


def microsoft_csv(path: Path) -> Path:
    """UTF-8 with a mark, "Id" and "anonymous", a newline and no-break spaces in headings, choices ending in ;."""
    headings = (
        f'Id,Start time,Completion time,Email,Name,"How useful was the{NO_BREAK}event\nto you?",'
        'How well was it run?,Would you recommend it to a colleague?,"What one thing should we change, if anything?",'
        "Which topics should come next?"
    )
    rows = (
        '1,12/10/19 13:01,12/10/19 13:04,anonymous,,5 - Very useful,Very well,Yes,"Parking, please",'
        "Staffing;Digital records;",
        "2,12/11/19 9:10,12/11/19 9:12,Anonymous,Anonymous,Useful,4,No,N/A,Staffing;",
        '3,12/13/19 9:10,12/13/19 9:12,anonymous,,Somewhat useful,Well,Don’t know,"A longer break\nfor lunch",'
        "Digital records;",
        "4,12/13/19 10:10,12/13/19 10:12,anonymous,,-,,,,",
        "5,12/14/19 10:10,12/14/19 10:12,anonymous,,7,Well,Yes,,Staffing;",
    )
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join((headings, *rows, "")).encode())
    return path


def windows_1252_csv(path: Path) -> Path:
    """A dash and a curly apostrophe as Windows-1252 has them, and what a quiz adds."""
    headings = (
        "ID,Start time,Completion time,Email,Name,Total points,Quiz feedback,Last modified time,"
        "How useful was the event to you \u2013 overall?,Points - How useful was the event to you \u2013 overall?,"
        "Feedback - How useful was the event to you \u2013 overall?,Would you recommend it to a colleague?"
    )
    rows = (
        "1,10/12/2019 13:01,10/12/2019 13:04,amina@example.org,Amina Khan,0,,,4 \u2013 Useful,0,,Yes",
        "2,10/12/2019 13:02,10/12/2019 13:05,ben@example.org,Ben Lund,0,,,Very useful,0,,I don\u2019t know",
    )
    path.write_bytes("\r\n".join((headings, *rows, "")).encode("cp1252"))
    return path


def microsoft_xlsx(path: Path, *, sent: Sequence[datetime] = ()) -> Path:
    """Real Excel dates and whole numbers."""
    import xlsxwriter

    moments = sent or (datetime(2019, 12, 10, 13, 4), datetime(2019, 12, 11, 9, 30))
    with xlsxwriter.Workbook(path) as book:
        sheet, when = book.add_worksheet("Form1"), book.add_format({"num_format": "m/d/yy h:mm:ss"})
        headings = ("ID", "Start time", "Completion time", "Email", "Name", USEFUL, RECOMMEND, CHANGE)
        sheet.write_row(0, 0, headings)
        for at, moment in enumerate(moments, 1):
            sheet.write_number(at, 0, at)
            sheet.write_datetime(at, 1, moment, when)
            sheet.write_datetime(at, 2, moment, when)
            sheet.write_row(
                at, 3, ("anonymous", "", 5 if at % 2 else 4, "Yes" if at % 2 else "No", f"Change {at}")
            )
    return path


def google_csv(path: Path) -> Path:
    """A time stamp and no number; agreement in words."""
    path.write_text(
        f'Timestamp,Username,"{USEFUL}",I would come again,"{CHANGE}"\n'
        "2019/12/10 1:04:05 pm GMT,amina@example.org,Very useful,Strongly agree,Better signs\n"
        "2019/12/10 2:04:05 pm GMT,stranger@example.com,Not at all useful,Neutral,None\n"
        "2019/12/11 9:00:00 am GMT,,Useful,Disagree,Better signs\n",
        encoding="utf-8",
    )
    return path


def surveymonkey_csv(path: Path) -> Path:
    """Two header rows: a column for each topic, with Other, and a rating for each line of a matrix."""
    path.write_text(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"
        f'"{USEFUL}",Which topics should come next?,,,How was,,"{CHANGE}"\n'
        ",,,,,,,,,Response,Staffing,Digital records,Other (please specify),The venue,The food,Open-Ended Response\n"
        "11,7,12/10/2019 13:01:00,12/10/2019 13:05:00,10.0.0.1,,,,,Very useful,Staffing,,Transport,Good,Poor,Parking\n"
        "12,7,12/11/2019 13:01:00,12/11/2019 13:05:00,10.0.0.2,,,,,Useful,Staffing,Digital records,,Very good,Fair,\n",
        encoding="utf-8",
    )
    return path


def condensed_csv(path: Path) -> Path:
    """SurveyMonkey's condensed export: the second row is blank, and choices stand in one cell."""
    path.write_text(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,"
        f'"{USEFUL}","{RECOMMEND}"\n'
        ",,,,,,,,,\n"
        "21,7,12/10/2019 13:01:00,12/10/2019 13:05:00,,,,,Very useful,Yes\n"
        "22,7,12/13/2019 13:01:00,12/13/2019 13:05:00,,,,,Useful,No\n",
        encoding="utf-8",
    )
    return path


def plain_csv(path: Path) -> Path:
    """Nothing but questions; a row of dashes and a blank one."""
    path.write_text(
        "How useful was the event?,Would you recommend the event to a colleague?\n5,Yes\n-,-\n,\n3 out of 5,no\n",
        encoding="utf-8",
    )
    return path
