"""The rules of the house that no other tool holds."""

import ast
import gc
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_ROOMS = ("desktop", "engagement", "awards", "workforce", "resources")
_SQL = re.compile(r"^\s*(select|insert|update|delete|with|create|drop|pragma)\s+\S+", re.IGNORECASE)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.fixture(autouse=True, scope="module")
def _each_module_is_read_once() -> Iterator[None]:
    """What is read is millions of little things, among which there is no garbage to be looked for."""
    gc.disable()
    yield
    _tree.cache_clear()
    gc.enable()


def texts_in(path: Path) -> list[tuple[int, str]]:
    """Every piece of text in the code, apart from docstrings."""
    tree = _tree(path)
    nodes = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, nodes) and _has_docstring(node)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def _has_docstring(node: ast.AST) -> bool:
    return ast.get_docstring(node) is not None  # type: ignore[arg-type]


def test_sql_stands_in_the_domain_and_in_resources_only() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in (ROOT / "desktop").rglob("*.py")
        for line, text in texts_in(path)
        if _SQL.match(text)
        and (" from " in text or " into " in text or " set " in text or text.lower().startswith("pragma"))
    ]
    assert found == []


def test_only_the_last_resort_and_the_job_runner_catch_everything() -> None:
    broad = {
        path.relative_to(ROOT).as_posix()
        for folder in _ROOMS
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ExceptHandler)
        and ast.unparse(node.type or ast.Name("bare")) in ("Exception", "bare")
    }
    assert broad == {"desktop/shell/jobs.py"}


_MOST_METHODS = 20


def test_no_class_does_two_jobs() -> None:
    """One with more than twenty methods does: what is chosen, what is shown and what is done are each a class."""
    found = {
        f"{path.relative_to(ROOT).as_posix()} {node.name}"
        for folder in _ROOMS
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
        > _MOST_METHODS
    }
    assert found == set()


_TESTED_TOGETHER = {
    "desktop/shell/frame/test_lens_view.py": ("desktop/shell/frame/public_face.py",),
    "engagement/committee/test_reports.py": ("engagement/committee/beginning.py",),
    "desktop/pages/reports/test_outline_file_acts.py": ("desktop/dialogs/committee/outline_file.py",),
    "desktop/one_pager/test_page.py": ("desktop/one_pager/subject.py",),
    "desktop/pages/register/test_one_page_acts.py": ("desktop/dialogs/register/one_page.py",),
    "desktop/pages/reports/test_deadlines_side.py": (
        "desktop/dialogs/committee/deadlines.py",
        "desktop/pages/reports/deadline_acts.py",
        "desktop/pages/reports/deadline_lists.py",
    ),
    "desktop/pages/reports/test_looks_side.py": (
        "desktop/dialogs/committee/looks.py",
        "desktop/pages/reports/looks_acts.py",
    ),
    "desktop/pages/reports/test_recommendations_side.py": (
        "desktop/dialogs/committee/outcome.py",
        "desktop/pages/reports/recommendation_acts.py",
    ),
    "desktop/pages/reports/test_compose_side.py": (
        "desktop/dialogs/committee/exemption.py",
        "desktop/dialogs/committee/figures.py",
        "desktop/dialogs/committee/lines.py",
        "desktop/dialogs/committee/looked_through.py",
        "desktop/dialogs/committee/part.py",
        "desktop/dialogs/committee/recommendation_words.py",
        "desktop/dialogs/committee/sentence.py",
        "desktop/pages/reports/block_acts.py",
        "desktop/pages/reports/block_detail.py",
        "desktop/pages/reports/compose_links.py",
        "desktop/pages/reports/compose_menu.py",
        "desktop/pages/reports/compose_parts.py",
        "desktop/pages/reports/line_acts.py",
        "desktop/pages/reports/line_adding.py",
        "desktop/pages/reports/recommendation_list.py",
    ),
    "desktop/pages/reports/test_issued_side.py": (
        "desktop/dialogs/committee/issue.py",
        "desktop/pages/reports/issued_acts.py",
        "desktop/pages/reports/issued_shown.py",
    ),
    "desktop/pages/reports/test_reports_side.py": (
        "desktop/dialogs/committee/report.py",
        "desktop/pages/reports/chosen_report.py",
        "desktop/pages/reports/committee_side.py",
        "desktop/pages/reports/listed_side.py",
        "desktop/pages/reports/report_acts.py",
        "desktop/pages/reports/reports.py",
        "desktop/pages/reports/reports_shown.py",
    ),
    "desktop/pages/reports/test_save_acts.py": ("desktop/dialogs/committee/saving.py",),
    "desktop/widgets/page_preview/test_laid_report.py": (
        "desktop/widgets/page_preview/block_model.py",
        "desktop/widgets/page_preview/laid_table.py",
        "desktop/widgets/page_preview/laid_text.py",
        "desktop/widgets/page_preview/laying.py",
        "desktop/widgets/page_preview/opening.py",
        "desktop/widgets/page_preview/page_painter.py",
        "desktop/widgets/page_preview/paper.py",
        "desktop/widgets/page_preview/pieces.py",
    ),
    "desktop/widgets/page_preview/test_page_preview.py": (
        "desktop/widgets/page_preview/kept_place.py",
        "desktop/widgets/page_preview/marks.py",
        "desktop/widgets/page_preview/page_view.py",
        "desktop/widgets/page_preview/pages_list.py",
    ),
    "awards/judging/blind/test_copies.py": (
        "awards/judging/blind/checking.py",
        "awards/judging/blind/choices.py",
        "awards/judging/blind/names_reading.py",
    ),
    "awards/judging/test_packs.py": (
        "awards/judging/others.py",
        "awards/judging/workbook.py",
    ),
    "awards/judging/workbook_in/test_checking.py": (
        "awards/judging/workbook_in/preview.py",
        "awards/judging/workbook_in/reading.py",
        "awards/judging/workbook_in/taking_in.py",
    ),
    "desktop/pages/awards/test_scores_side.py": (
        "awards/judging/score_tables.py",
        "desktop/dialogs/awards/scores.py",
        "desktop/pages/awards/scores_acts.py",
        "desktop/pages/awards/scores_detail.py",
        "desktop/pages/awards/scores_files.py",
        "desktop/pages/awards/scores_menu.py",
    ),
    "desktop/pages/awards/test_board_side.py": (
        "desktop/dialogs/awards/step.py",
        "desktop/pages/awards/board_columns.py",
    ),
    "desktop/pages/awards/test_qualifying_side.py": (
        "desktop/dialogs/awards/qualifying.py",
        "desktop/pages/awards/qualifying_acts.py",
        "desktop/pages/awards/qualifying_checklist.py",
        "desktop/pages/awards/qualifying_detail.py",
        "desktop/pages/awards/qualifying_lists.py",
        "desktop/pages/awards/qualifying_looking.py",
        "desktop/pages/awards/qualifying_menu.py",
    ),
    "desktop/pages/awards/test_ceremony_side.py": (
        "desktop/dialogs/awards/ceremony_event.py",
        "desktop/dialogs/awards/ceremony_item.py",
        "desktop/dialogs/awards/ceremony_papers.py",
        "desktop/dialogs/awards/citation.py",
        "desktop/dialogs/awards/guest.py",
        "desktop/pages/awards/ceremony_detail.py",
        "desktop/pages/awards/ceremony_guest_acts.py",
        "desktop/pages/awards/ceremony_invite_acts.py",
        "desktop/pages/awards/ceremony_lists.py",
        "desktop/pages/awards/ceremony_menu.py",
        "desktop/pages/awards/ceremony_order_acts.py",
        "desktop/pages/awards/ceremony_papers.py",
        "desktop/pages/awards/ceremony_piles.py",
        "desktop/pages/awards/ceremony_when.py",
    ),
    "desktop/pages/awards/test_panel_side.py": (
        "desktop/dialogs/awards/judging.py",
        "desktop/dialogs/awards/panel.py",
        "desktop/pages/awards/panel_acts.py",
        "desktop/pages/awards/panel_detail.py",
        "desktop/pages/awards/panel_giving.py",
        "desktop/pages/awards/panel_lists.py",
        "desktop/pages/awards/panel_menu.py",
        "desktop/pages/awards/panel_rulings.py",
    ),
    "desktop/pages/awards/test_nominations_files.py": (
        "desktop/dialogs/awards/nominations_file.py",
        "desktop/dialogs/awards/pasted_nomination.py",
    ),
    "desktop/pages/awards/test_figures_side.py": (
        "desktop/dialogs/awards/summary.py",
        "desktop/pages/awards/figures_acts.py",
        "desktop/pages/awards/figures_part.py",
    ),
    "desktop/pages/awards/test_results_side.py": (
        "desktop/awards_results_files.py",
        "desktop/dialogs/awards/decide.py",
        "desktop/pages/awards/results_acts.py",
        "desktop/pages/awards/results_base.py",
        "desktop/pages/awards/results_detail.py",
        "desktop/pages/awards/results_figures.py",
        "desktop/pages/awards/results_menu.py",
        "desktop/pages/awards/results_papers.py",
        "desktop/pages/awards/results_parts.py",
        "desktop/pages/awards/results_words.py",
    ),
    "desktop/pages/awards/test_round_side.py": (
        "desktop/dialogs/awards/round.py",
        "desktop/dialogs/awards/round_kept.py",
        "desktop/pages/awards/chosen_round.py",
        "desktop/pages/awards/round_acts.py",
        "desktop/pages/awards/round_detail.py",
        "desktop/pages/awards/round_head.py",
        "desktop/pages/awards/round_lists.py",
        "desktop/pages/awards/round_lists_acts.py",
    ),
    "desktop/pages/events/test_committee_summary.py": ("desktop/dialogs/events/period.py",),
    "desktop/pages/events/test_door.py": (
        "desktop/dialogs/events/walk_in.py",
        "desktop/pages/events/door_acts.py",
        "desktop/pages/events/door_face.py",
        "desktop/pages/events/door_finding.py",
        "desktop/pages/events/door_keys.py",
        "desktop/pages/events/door_list.py",
        "desktop/pages/events/door_parts.py",
        "desktop/pages/events/door_showing.py",
    ),
    "desktop/pages/events/test_event_people.py": (
        "desktop/dialogs/events/finding_people.py",
        "desktop/dialogs/events/reply.py",
        "desktop/dialogs/events/role.py",
        "desktop/dialogs/events/substitute.py",
        "desktop/pages/events/people_actions.py",
        "desktop/pages/events/people_acts.py",
    ),
    "desktop/pages/events/test_forums.py": (
        "desktop/dialogs/events/audience.py",
        "desktop/dialogs/events/audience_rule_form.py",
        "desktop/dialogs/events/invitees.py",
        "desktop/dialogs/events/plan_event.py",
        "desktop/dialogs/events/series.py",
        "desktop/pages/events/event_actions.py",
        "desktop/pages/events/event_acts.py",
        "desktop/pages/events/event_detail.py",
        "desktop/pages/events/event_door.py",
        "desktop/pages/events/event_files.py",
        "desktop/pages/events/event_view.py",
        "desktop/pages/events/events_table.py",
        "desktop/pages/events/series_acts.py",
    ),
    "desktop/pages/funding/test_unclaimed_side.py": (
        "desktop/dialogs/funding/approach.py",
        "desktop/dialogs/funding/unclaimed_letters.py",
        "desktop/pages/funding/unclaimed_decisions.py",
        "desktop/pages/funding/unclaimed_detail.py",
        "desktop/pages/funding/unclaimed_head.py",
        "desktop/pages/funding/unclaimed_list.py",
        "desktop/pages/funding/unclaimed_reading.py",
        "desktop/pages/funding/unclaimed_side_actions.py",
        "desktop/pages/funding/unclaimed_side_acts.py",
        "desktop/pages/funding/unclaimed_sums.py",
        "desktop/pages/funding/unclaimed_words.py",
    ),
    "desktop/pages/funding/test_claims_side.py": (
        "desktop/dialogs/funding/claim.py",
        "desktop/dialogs/funding/claim_evidence.py",
        "desktop/dialogs/funding/claim_files.py",
        "desktop/dialogs/funding/claim_step.py",
        "desktop/pages/funding/claims_acts.py",
        "desktop/pages/funding/claims_adding.py",
        "desktop/pages/funding/claims_detail.py",
        "desktop/pages/funding/claims_lists.py",
        "desktop/pages/funding/claims_menu.py",
        "desktop/pages/funding/claims_papers.py",
        "desktop/pages/funding/claims_steps.py",
    ),
    "desktop/pages/meeting/test_actions_page.py": (
        "desktop/pages/meeting/action_acts.py",
        "desktop/pages/meeting/action_detail.py",
    ),
    "desktop/pages/meeting/test_meeting_view.py": (
        "desktop/dialogs/meeting/action.py",
        "desktop/dialogs/meeting/item.py",
        "desktop/dialogs/meeting/minutes.py",
        "desktop/dialogs/meeting/said.py",
        "desktop/pages/meeting/agenda_list.py",
        "desktop/pages/meeting/item_editor.py",
        "desktop/pages/meeting/meeting_actions.py",
        "desktop/pages/meeting/meeting_acts.py",
        "desktop/pages/meeting/meeting_chosen.py",
        "desktop/pages/meeting/meeting_files.py",
        "desktop/pages/meeting/notes_box.py",
        "desktop/pages/meeting/open_before.py",
    ),
    "desktop/pages/feedback/test_feedback_view.py": (
        "desktop/dialogs/feedback/answers.py",
        "desktop/dialogs/feedback/coding.py",
        "desktop/dialogs/feedback/forms_file.py",
        "desktop/dialogs/feedback/kept_list.py",
        "desktop/dialogs/feedback/question.py",
        "desktop/pages/feedback/comment_acts.py",
        "desktop/pages/feedback/comment_list.py",
        "desktop/pages/feedback/feedback_actions.py",
        "desktop/pages/feedback/feedback_figures.py",
        "desktop/pages/feedback/feedback_files.py",
        "desktop/pages/feedback/forms_import.py",
        "desktop/pages/feedback/question_acts.py",
        "desktop/pages/feedback/response_acts.py",
        "desktop/pages/feedback/theme_acts.py",
    ),
    "desktop/pages/funding/test_funds_side.py": (
        "desktop/dialogs/funding/fund.py",
        "desktop/dialogs/funding/fund_kept.py",
        "desktop/dialogs/funding/fund_money.py",
        "desktop/dialogs/funding/passing.py",
        "desktop/pages/funding/funds_acts.py",
        "desktop/pages/funding/funds_chart.py",
        "desktop/pages/funding/funds_detail.py",
        "desktop/pages/funding/funds_lists.py",
        "desktop/pages/funding/funds_menu.py",
        "desktop/pages/funding/funds_next_year.py",
    ),
    "desktop/pages/funding/test_projects_side.py": (
        "desktop/dialogs/funding/apprentice.py",
        "desktop/dialogs/funding/funder_report.py",
        "desktop/dialogs/funding/project.py",
        "desktop/dialogs/funding/taking_part.py",
        "desktop/pages/funding/projects_acts.py",
        "desktop/pages/funding/projects_detail.py",
        "desktop/pages/funding/projects_kept.py",
        "desktop/pages/funding/projects_levels.py",
        "desktop/pages/funding/projects_lists.py",
        "desktop/pages/funding/projects_menu.py",
        "desktop/pages/funding/projects_other_acts.py",
        "desktop/pages/funding/projects_part.py",
    ),
    "desktop/pages/funding/test_report_acts.py": (
        "desktop/dialogs/funding/report.py",
        "desktop/pages/funding/funding.py",
    ),
    "desktop/pages/funding/test_rulebook_side.py": (
        "desktop/dialogs/funding/rule.py",
        "desktop/dialogs/funding/rulebook_choices.py",
        "desktop/pages/funding/rulebook_acts.py",
        "desktop/pages/funding/rulebook_detail.py",
        "desktop/pages/funding/rulebook_head.py",
        "desktop/pages/funding/rulebook_rules.py",
    ),
    "desktop/pages/good_practice/test_good_practice.py": (
        "desktop/dialogs/good_practice/buddies.py",
        "desktop/dialogs/good_practice/practice.py",
        "desktop/pages/good_practice/candidates.py",
        "desktop/pages/good_practice/finder_acts.py",
        "desktop/pages/events/event_practice.py",
        "desktop/pages/good_practice/finder_detail.py",
        "desktop/pages/good_practice/finder_side.py",
        "desktop/pages/good_practice/pair_acts.py",
        "desktop/pages/good_practice/pair_detail.py",
        "desktop/pages/good_practice/pairs_side.py",
        "desktop/pages/good_practice/practice_acts.py",
        "desktop/pages/good_practice/practice_detail.py",
        "desktop/pages/good_practice/practices_side.py",
        "desktop/pages/good_practice/register_sections.py",
        "desktop/pages/good_practice/side.py",
    ),
    "desktop/pages/online/test_online_view.py": (
        "desktop/dialogs/online/who_it_is.py",
        "desktop/pages/online/compare_pane.py",
        "desktop/pages/online/files_taken.py",
        "desktop/pages/online/online_acts.py",
        "desktop/pages/online/review_choices.py",
        "desktop/pages/online/review_head.py",
        "desktop/pages/online/review_panel.py",
    ),
    "desktop/pages/reach/test_reach.py": (
        "desktop/dialogs/reach/invite_these.py",
        "desktop/pages/reach/change_views.py",
        "desktop/pages/reach/counting.py",
        "desktop/pages/reach/grid_view.py",
        "desktop/pages/reach/reach_acts.py",
        "desktop/pages/reach/reach_filters.py",
        "desktop/pages/reach/reach_lists.py",
        "desktop/pages/reach/reach_views.py",
    ),
    "desktop/pages/funding/test_ascwds_side.py": (
        "desktop/dialogs/funding/ascwds_files.py",
        "desktop/dialogs/funding/tie_workplace.py",
        "desktop/pages/funding/ascwds_acts.py",
        "desktop/pages/funding/ascwds_detail.py",
        "desktop/pages/funding/ascwds_import.py",
        "desktop/pages/funding/ascwds_list.py",
        "desktop/pages/funding/ascwds_menu.py",
    ),
    "desktop/pages/survey/test_action_plan_side.py": (
        "desktop/dialogs/survey/plan_action.py",
        "desktop/dialogs/survey/practice.py",
        "desktop/pages/survey/action_plan_shown.py",
        "desktop/pages/survey/action_plan_side_actions.py",
        "desktop/pages/survey/action_plan_side_acts.py",
        "desktop/pages/survey/action_plan_side_detail.py",
        "desktop/pages/survey/action_plan_side_forum.py",
        "desktop/pages/survey/action_plan_side_library.py",
        "desktop/pages/survey/action_plan_side_menu.py",
        "desktop/pages/survey/action_plan_side_practices.py",
        "desktop/pages/survey/action_plan_side_uses.py",
    ),
    "desktop/pages/survey/test_answers_side.py": (
        "desktop/dialogs/survey/answer.py",
        "desktop/dialogs/survey/response.py",
        "desktop/dialogs/survey/same_provider.py",
        "desktop/dialogs/survey/who_it_is.py",
        "desktop/dialogs/survey/whose.py",
        "desktop/pages/survey/answers_actions.py",
        "desktop/pages/survey/answers_acts.py",
        "desktop/pages/survey/answers_detail.py",
        "desktop/pages/survey/answers_shown.py",
        "desktop/pages/survey/import_columns.py",
        "desktop/pages/survey/import_draft.py",
        "desktop/pages/survey/import_flow.py",
        "desktop/pages/survey/import_names.py",
        "desktop/pages/survey/import_preview.py",
        "desktop/pages/survey/import_step.py",
        "desktop/pages/survey/import_wizard.py",
        "desktop/pages/survey/import_words.py",
    ),
    "desktop/pages/survey/test_changes_side.py": (
        "desktop/pages/survey/change_choices.py",
        "desktop/pages/survey/changes_acts.py",
    ),
    "desktop/pages/survey/test_funnel_side.py": ("desktop/pages/survey/funnel_figures.py",),
    "desktop/pages/survey/test_questionnaire_side.py": (
        "desktop/dialogs/survey/question.py",
        "desktop/dialogs/survey/survey_name.py",
        "desktop/pages/survey/questionnaire_side_acts.py",
        "desktop/pages/survey/questionnaire_side_detail.py",
        "desktop/pages/survey/survey_acts.py",
        "desktop/pages/survey/survey_side.py",
        "desktop/pages/survey/sides.py",
        "desktop/pages/survey/wave_choice.py",
    ),
    "desktop/pages/survey/test_waves_side.py": (
        "desktop/dialogs/survey/asked.py",
        "desktop/dialogs/survey/population.py",
        "desktop/dialogs/survey/wave.py",
        "desktop/pages/survey/waves_side_acts.py",
        "desktop/pages/survey/waves_side_asked.py",
        "desktop/pages/survey/waves_side_asked_actions.py",
        "desktop/pages/survey/waves_side_asked_acts.py",
        "desktop/pages/survey/waves_side_detail.py",
        "desktop/pages/survey/waves_side_view.py",
        "desktop/pages/survey/waves_side_views.py",
    ),
    "desktop/pages/survey/test_report_acts.py": ("desktop/dialogs/survey/report.py",),
    "desktop/pages/survey/test_results_side.py": (
        "desktop/pages/survey/entry_list.py",
        "desktop/pages/survey/paper.py",
        "desktop/pages/survey/picture_acts.py",
        "desktop/pages/survey/question_figures.py",
        "desktop/pages/survey/results_entries.py",
        "desktop/pages/survey/split_choice.py",
        "desktop/pages/survey/survey_filters.py",
        "desktop/pages/survey/wave_figures.py",
        "desktop/pages/survey/wave_reading.py",
    ),
    "desktop/pages/mailing/test_mailing_view.py": (
        "desktop/dialogs/mailing/answers.py",
        "desktop/dialogs/mailing/badges.py",
        "desktop/dialogs/mailing/wording.py",
        "desktop/dialogs/mailing/write_to.py",
        "desktop/pages/mailing/coming_in.py",
        "desktop/pages/mailing/going_out.py",
        "desktop/pages/mailing/mailing_acts.py",
        "desktop/pages/mailing/papers.py",
    ),
    "desktop/pages/training/test_courses_side.py": (
        "desktop/dialogs/training/course.py",
        "desktop/pages/training/courses_acts.py",
        "desktop/pages/training/courses_detail.py",
        "desktop/pages/sides/listing_side.py",
        "desktop/pages/sides/table_side.py",
        "desktop/pages/training/training.py",
    ),
    "desktop/pages/training/test_learners_side.py": (
        "desktop/dialogs/training/learner.py",
        "desktop/dialogs/training/learners_file.py",
        "desktop/pages/training/learners_acts.py",
        "desktop/pages/training/learners_detail.py",
    ),
    "desktop/pages/training/test_sessions_side.py": (
        "desktop/dialogs/training/attendance.py",
        "desktop/dialogs/training/session.py",
        "desktop/pages/training/bookings_acts.py",
        "desktop/pages/training/sessions_acts.py",
        "desktop/pages/training/sessions_detail.py",
        "desktop/pages/training/sessions_files.py",
    ),
    "desktop/pages/register/test_contacts.py": (
        "desktop/dialogs/register/contact.py",
        "desktop/pages/register/contact_acts.py",
        "desktop/pages/register/person_detail.py",
    ),
    "desktop/pages/register/test_imports.py": (
        "desktop/dialogs/register/cqc_file.py",
        "desktop/pages/register/import_panel.py",
        "desktop/pages/register/import_reading.py",
        "desktop/pages/register/importing.py",
    ),
    "desktop/pages/register/test_providers.py": (
        "desktop/dialogs/register/contract.py",
        "desktop/dialogs/register/note.py",
        "desktop/dialogs/register/provider.py",
        "desktop/dialogs/register/rating.py",
        "desktop/dialogs/register/service.py",
        "desktop/dialogs/row_history.py",
        "desktop/pages/register/chosen.py",
        "desktop/pages/register/duplicates.py",
        "desktop/pages/register/provider_acts.py",
        "desktop/pages/register/register_detail.py",
        "desktop/pages/register/service_acts.py",
        "desktop/pages/register/service_pane.py",
        "desktop/pages/register/standing_acts.py",
        "desktop/pages/table_saving.py",
    ),
    "desktop/pages/survey/test_words_side.py": (
        "desktop/dialogs/survey/code_texts.py",
        "desktop/pages/survey/words_shown.py",
        "desktop/pages/survey/words_side_actions.py",
        "desktop/pages/survey/words_side_acts.py",
        "desktop/pages/survey/words_side_codes.py",
        "desktop/pages/survey/words_side_detail.py",
        "desktop/pages/survey/words_side_quotes.py",
        "desktop/pages/survey/words_side_texts.py",
        "desktop/pages/survey/words_side_themes.py",
        "desktop/pages/survey/words_side_typed.py",
    ),
    "desktop/pages/test_market.py": (
        "desktop/dialogs/published_figures.py",
        "desktop/pages/market_acts.py",
        "desktop/pages/market_choices.py",
        "desktop/pages/market_findings.py",
        "desktop/pages/market_tables.py",
    ),
    "workforce/iwork/employers/test_contacts.py": ("workforce/iwork/employers/tables.py",),
    "workforce/iwork/posts/test_parts.py": (
        "workforce/iwork/posts/offers.py",
        "workforce/iwork/posts/post_checks.py",
        "workforce/iwork/posts/post_reading.py",
        "workforce/iwork/posts/post_tasks.py",
        "workforce/iwork/posts/readiness.py",
        "workforce/iwork/posts/shifts.py",
        "workforce/iwork/posts/tables.py",
        "workforce/iwork/posts/writing.py",
    ),
    "desktop/pages/iwork/test_employers_side.py": (
        "desktop/dialogs/iwork/employer.py",
        "desktop/iwork_interest.py",
        "desktop/pages/iwork/employers_acts.py",
        "desktop/pages/iwork/employers_detail.py",
    ),
    "desktop/pages/iwork/test_carving_side.py": (
        "desktop/dialogs/iwork/carving.py",
        "desktop/pages/iwork/carving_acts.py",
        "desktop/pages/iwork/carving_day.py",
        "desktop/pages/iwork/carving_menu.py",
        "desktop/pages/iwork/carving_part.py",
    ),
    "desktop/widgets/test_day_lanes.py": (
        "desktop/widgets/day_lanes_layout.py",
        "desktop/widgets/day_lanes_painter.py",
    ),
    "workforce/iwork/matching/assigning/test_assigning.py": ("workforce/iwork/matching/assigning/ties.py",),
    "workforce/iwork/matching/assigning/test_matrix.py": (
        "workforce/iwork/matching/assigning/arrays.py",
        "workforce/iwork/matching/assigning/shift_grid.py",
    ),
    "workforce/iwork/matching/assigning/test_planning.py": (
        "workforce/iwork/matching/assigning/explaining.py",
    ),
    "desktop/pages/iwork/test_posts_side.py": (
        "desktop/dialogs/iwork/post.py",
        "desktop/dialogs/iwork/post_parts.py",
        "desktop/pages/iwork/posts_acts.py",
        "desktop/pages/iwork/posts_detail.py",
    ),
    "desktop/pages/iwork/test_iwork.py": (
        "desktop/dialogs/iwork/kept_drafts.py",
        "desktop/locking/clipboard.py",
        "desktop/locking/open_dialogs.py",
        "desktop/locking/register_lock.py",
        "desktop/pages/iwork/draft_keeping.py",
        "desktop/pages/iwork/face.py",
        "desktop/pages/iwork/locked_face.py",
        "desktop/pages/iwork/register_desk.py",
        "desktop/pages/iwork/start_face.py",
        "desktop/pages/iwork/unlocking.py",
    ),
    "desktop/pages/iwork/test_lock_side.py": (
        "desktop/dialogs/iwork/lock.py",
        "desktop/dialogs/iwork/new_passphrase.py",
        "desktop/dialogs/iwork/recovery_sheet.py",
        "desktop/pages/iwork/lock_acts.py",
        "desktop/widgets/forms/job_dialog.py",
    ),
    "desktop/pages/iwork/test_matching_side.py": (
        "desktop/dialogs/iwork/matching.py",
        "desktop/iwork_papers.py",
        "desktop/pages/iwork/matching_acts.py",
        "desktop/pages/iwork/matching_detail.py",
        "desktop/pages/iwork/matching_head.py",
        "desktop/pages/iwork/matching_menu.py",
        "desktop/pages/iwork/matching_parts.py",
    ),
    "workforce/iwork/matching/test_changes.py": (
        "workforce/iwork/matching/fixes.py",
        "workforce/iwork/matching/shift_fixes.py",
        "workforce/iwork/matching/steps.py",
    ),
    "workforce/iwork/matching/test_must_haves.py": (
        "workforce/iwork/matching/facts.py",
        "workforce/iwork/matching/judging.py",
    ),
    "workforce/iwork/matching/test_ranking.py": ("workforce/iwork/matching/tables.py",),
    "desktop/pages/iwork/test_people_side.py": (
        "desktop/dialogs/iwork/consent.py",
        "desktop/dialogs/iwork/keeping.py",
        "desktop/dialogs/iwork/person.py",
        "desktop/dialogs/iwork/subject_access.py",
        "desktop/iwork_people_files.py",
        "desktop/pages/iwork/people_acts.py",
        "desktop/pages/iwork/people_detail.py",
        "desktop/pages/iwork/people_leaving_acts.py",
        "desktop/pages/iwork/people_menu.py",
    ),
    "desktop/pages/iwork/test_profile_acts.py": (
        "desktop/dialogs/iwork/easy_read.py",
        "desktop/dialogs/iwork/profile.py",
        "desktop/dialogs/iwork/profile_parts.py",
        "desktop/dialogs/iwork/shared_words.py",
        "desktop/pages/iwork/easy_read_files.py",
        "desktop/pages/iwork/profile_sections.py",
        "desktop/pages/iwork/shared_words_acts.py",
    ),
    "workforce/iwork/profile/test_contradictions.py": ("workforce/iwork/profile/whole.py",),
    "workforce/iwork/profile/test_profiles.py": ("workforce/iwork/profile/whose.py",),
    "workforce/iwork/profile/test_tasks.py": ("workforce/iwork/profile/shared_words.py",),
    "workforce/iwork/sample/test_profiles.py": ("workforce/iwork/sample/words.py",),
    "desktop/pages/iwork/test_open_register.py": ("desktop/pages/iwork/iwork_side.py",),
    "workforce/iwork/placements/test_moving.py": ("workforce/iwork/placements/refusing.py",),
    "workforce/iwork/placements/test_placements.py": ("workforce/iwork/placements/whom.py",),
    "workforce/iwork/placements/test_tables.py": ("workforce/iwork/placements/finding.py",),
    "workforce/iwork/placements/test_todo.py": (
        "workforce/iwork/placements/access_to_work.py",
        "workforce/iwork/placements/todo_reading.py",
    ),
    "desktop/command_line/subcommands/test_iwork_placements.py": (
        "desktop/command_line/subcommands/iwork_todo.py",
    ),
    "desktop/pages/iwork/test_placements_side.py": (
        "desktop/dialogs/iwork/placement_facts.py",
        "desktop/dialogs/iwork/placement_fields.py",
        "desktop/dialogs/iwork/placement_step.py",
        "desktop/dialogs/iwork/placement_support.py",
        "desktop/dialogs/iwork/removing.py",
        "desktop/dialogs/iwork/taster.py",
        "desktop/pages/iwork/in_work_acts.py",
        "desktop/pages/iwork/placements_acts.py",
        "desktop/pages/iwork/placements_board.py",
        "desktop/pages/iwork/placements_columns.py",
        "desktop/pages/iwork/placements_detail.py",
        "desktop/pages/iwork/placements_menu.py",
        "desktop/pages/iwork/support_log_files.py",
        "desktop/pages/iwork/tasters_acts.py",
    ),
    "desktop/pages/iwork/test_figures_side.py": (
        "desktop/dialogs/iwork/measure_base.py",
        "desktop/iwork_figures_files.py",
        "desktop/pages/iwork/figures_acts.py",
        "desktop/pages/iwork/figures_part.py",
        "desktop/pages/iwork/figures_views.py",
    ),
    "desktop/pages/iwork/test_todo_side.py": (
        "desktop/dialogs/iwork/reminder.py",
        "desktop/pages/iwork/todo_acts.py",
        "desktop/pages/iwork/todo_lists.py",
        "desktop/pages/iwork/todo_menu.py",
    ),
    "desktop/test_capabilities.py": ("desktop/capability_record.py",),
    "desktop/test_office.py": (
        "desktop/backing_up.py",
        "desktop/file_window.py",
    ),
    "desktop/pages/awards/test_nominations_side.py": (
        "desktop/dialogs/awards/alike.py",
        "desktop/dialogs/awards/nomination.py",
        "desktop/dialogs/awards/nominee.py",
        "desktop/dialogs/awards/nominee_step.py",
        "desktop/dialogs/awards/workplace.py",
        "desktop/pages/awards/nominations_acts.py",
        "desktop/pages/awards/nominations_alike.py",
        "desktop/pages/awards/nominations_detail.py",
        "desktop/pages/awards/nominations_menu.py",
        "desktop/pages/awards/nominations_voice_steps.py",
        "desktop/pages/awards/nominations_voices.py",
    ),
    "awards/nominations/files/test_checking.py": (
        "awards/nominations/files/checked.py",
        "awards/nominations/files/joining.py",
        "awards/nominations/files/row_reading.py",
    ),
    "awards/nominations/files/test_preview.py": ("awards/nominations/files/asked_tables.py",),
    "engagement/forums/feedback/test_checking.py": ("engagement/forums/feedback/preview.py",),
    "engagement/forums/feedback/test_figures.py": ("engagement/forums/feedback/feedback_tables.py",),
    "resources/files/forms/test_forms_file.py": ("resources/files/forms/layout.py",),
    "resources/report/committee/test_composing.py": (
        "resources/report/committee/composed_items.py",
        "resources/report/committee/composed_parts.py",
        "resources/report/committee/draft_checks.py",
        "resources/report/committee/pieces.py",
    ),
    "resources/report/committee/test_house_styles.py": ("resources/report/committee/parts.py",),
    "engagement/forums/door_files/test_bringing_back.py": (
        "engagement/forums/door_files/differing.py",
        "engagement/forums/door_files/naming.py",
        "engagement/forums/door_files/needed.py",
        "engagement/forums/door_files/plan.py",
        "engagement/forums/door_files/planning.py",
        "engagement/forums/door_files/resolving.py",
        "engagement/forums/door_files/tables.py",
    ),
    "engagement/forums/door_files/test_taking.py": ("engagement/forums/door_files/stripping.py",),
    "engagement/sample/test_making.py": (
        "engagement/sample/county.py",
        "engagement/sample/forums.py",
        "engagement/sample/interest.py",
        "engagement/sample/keys.py",
        "engagement/sample/people.py",
        "engagement/sample/team_facts.py",
    ),
    "journeys/test_two_doors.py": (
        "desktop/dialogs/door_files/bring_back.py",
        "desktop/dialogs/door_files/take_door_file.py",
        "desktop/pages/door_files/door_file_acts.py",
        "desktop/pages/door_files/door_file_notice.py",
    ),
    "workforce/funding/claims/files/test_checking.py": (
        "workforce/funding/claims/files/preview.py",
        "workforce/funding/claims/files/taking_in.py",
        "workforce/funding/claims/files/whose.py",
    ),
    "workforce/funding/claims/test_approving.py": ("workforce/funding/claims/raising.py",),
    "workforce/funding/claims/test_concerns.py": (
        "workforce/funding/claims/concern.py",
        "workforce/funding/claims/deciding.py",
        "workforce/funding/claims/fund_concerns.py",
        "workforce/funding/claims/item_concerns.py",
        "workforce/funding/claims/learner_concerns.py",
    ),
    "workforce/survey/changes/test_comparing.py": (
        "workforce/survey/changes/change_row.py",
        "workforce/survey/changes/judging.py",
        "workforce/survey/changes/measured.py",
    ),
    "workforce/sample/test_making.py": ("workforce/sample/following_up.py",),
    "workforce/survey/report/test_survey_report.py": (
        "workforce/survey/report/change_part.py",
        "workforce/survey/report/choice.py",
        "workforce/survey/report/findings.py",
        "workforce/survey/report/funnel_part.py",
        "workforce/survey/report/in_words.py",
        "workforce/survey/report/material.py",
        "workforce/survey/report/method.py",
        "workforce/survey/report/opening.py",
        "workforce/survey/report/plan_part.py",
        "workforce/survey/report/topics.py",
    ),
    "workforce/survey/report/test_workbook.py": ("workforce/survey/report/published_tables.py",),
    "desktop/pages/training/test_matrix_side.py": (
        "desktop/dialogs/training/requirement.py",
        "desktop/pages/sides/list_part.py",
        "desktop/pages/training/matrix_part.py",
        "desktop/pages/training/required_part.py",
    ),
    "desktop/pages/training/test_packages_side.py": (
        "desktop/dialogs/training/package.py",
        "desktop/pages/training/packages_acts.py",
        "desktop/pages/training/packages_detail.py",
        "desktop/pages/training/packages_menu.py",
        "desktop/pages/training/packages_parts.py",
    ),
    "desktop/pages/training/test_records_side.py": (
        "desktop/dialogs/training/record.py",
        "desktop/dialogs/training/records_file.py",
        "desktop/pages/training/records_detail.py",
        "desktop/pages/training/records_import.py",
    ),
}
"""Modules whose tests go through the page, window or whole that they are a part of: by test file, the modules."""


def test_every_module_with_behaviour_has_tests_of_its_name() -> None:
    """A module is tested in tests/<its folder>/test_<its name>.py, or with the whole that the list above names."""
    together = {module for modules in _TESTED_TOGETHER.values() for module in modules}
    unmirrored = {
        path.relative_to(ROOT).as_posix()
        for folder in _ROOMS
        for path in (ROOT / folder).rglob("*.py")
        if path.name not in ("__init__.py", "__main__.py")
        and _has_functions(path)
        and not _mirror(path).is_file()
    }
    assert sorted(unmirrored - together) == []  # write its tests
    assert sorted(together - unmirrored) == []  # it has tests of its own by now, or is gone: leave it out
    assert [name for name in _TESTED_TOGETHER if not (ROOT / "tests" / name).is_file()] == []


def _mirror(path: Path) -> Path:
    return ROOT / "tests" / path.relative_to(ROOT).with_name(f"test_{path.name}")


def _has_functions(path: Path) -> bool:
    tree = _tree(path)
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


def test_every_test_says_what_must_hold() -> None:
    """By an assertion, or by waiting for something that does not come by itself."""
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not _can_fail(node)
    ]
    assert silent == []


_FAILING = ("raises", "waitUntil", "waitSignal", "check", "refusal", "assert_", "match", "gone", "as_test")


def _can_fail(test: ast.FunctionDef) -> bool:
    if any(isinstance(node, ast.Assert) for node in ast.walk(test)):
        return True
    called = [
        ast.unparse(node.func).rpartition(".")[2] for node in ast.walk(test) if isinstance(node, ast.Call)
    ]
    return any(word in name for name in called for word in _FAILING)


def test_no_migration_follows_the_vocabulary_as_it_is_now() -> None:
    """It writes the words out: a word added later would else be in new files and not in older ones of that version."""
    following = [
        path.relative_to(ROOT).as_posix()
        for folder in _ROOMS
        for path in (ROOT / folder).rglob("schema.py")
        if any(
            ".vocabulary" in name or name == "resources.words"
            for node in ast.walk(_tree(path))
            for name in _imported(node)
        )
    ]
    assert following == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or "", *(f"{node.module}.{one.name}" for one in node.names)]
    return [one.name for one in node.names] if isinstance(node, ast.Import) else []


def test_modules_stay_under_five_hundred_lines() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for folder in _ROOMS
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) >= 500
    }
    assert long == {}
