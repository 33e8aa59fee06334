"""The short names that people go by, and whether two first names may be one person’s. Pure."""

from functools import lru_cache

_GROUPS = """
    abigail abby abbie gail; alexander alex sandy xander; alexandra alex sandra lexi; alison ali; amanda mandy;
    andrea andy; andrew andy drew; angela angie; anthony tony ant; antonia toni; barbara barb babs; benjamin ben
    benny; bernadette bernie; beverley bev; bridget biddy; catherine cath cathy kate katie kit cat; katherine
    kath kathy kate katie kit kat; kathleen kath kathy; charles charlie chas chuck; charlotte charlie lottie;
    christina chris tina chrissie; christine chris chrissie tina; christopher chris kit; daniel dan danny;
    deborah deb debs debbie; david dave davy; diana di; dorothy dot dottie dolly; edward ed eddie ted teddy ned;
    eleanor ellie nell nora; elizabeth liz lizzie beth betty eliza libby bess lisa; emily em emmy; frances fran
    frankie; francis frank; frederick fred freddie; gabrielle gabby; geoffrey geoff; gerald gerry; geraldine
    gerry; gillian gill jill; gwendolyn gwen; harold harry hal; harriet hattie harry; helen nell; henry harry
    hal; ibrahim ibby ib; isabella bella izzy; jacqueline jackie jacqui; james jim jimmy jamie; janet jan;
    jane janey; jennifer jen jenny; jessica jess jessie; joanna jo; joanne jo; john jack johnny jon; jonathan jon jonny;
    joseph joe joey; josephine jo josie; joyce joy; judith judy; julia jules; julie jules; kenneth ken kenny; kimberley
    kim; laurence larry; lawrence larry laurie; leonard len lenny; linda lin lindy; louise lou; lucinda lucy
    cindy; madeleine maddy; margaret maggie meg peggy marge margie daisy greta; martha marty; martin marty; mary
    molly polly mae; matilda tilly; matthew matt; maureen mo; michael mick mike mikey micky; michelle shell
    chelle; mildred millie; mohammed mo; muhammad mo; natalie nat; nathaniel nat nate; nicholas nick nicky;
    nicola nicky nic; oliver ollie; olivia liv livvy; pamela pam; patricia pat patsy tricia trish paddy; patrick
    pat paddy; penelope penny; peter pete; philip phil; philippa pippa pip; rachel rach; raymond ray; rebecca
    becky becca bex; richard rich rick ricky dick; robert rob robbie bob bobby bert; roberta bobbie; ronald ron
    ronnie; rosemary rose rosie; samantha sam; samuel sam; sandra sandy; sarah sally sadie; sharon shaz; sophie
    soph; stephanie steph; stephen steve stevie; steven steve stevie; stuart stu; susan sue susie; suzanne sue
    suzie; sylvia sylvie; teresa terry tess; theresa terry tess tracy; terence terry; theodore ted theo; thomas
    tom tommy; timothy tim; tracey trace; valerie val; veronica ronnie; victoria vicky vicki vikki tori; vincent vince;
    vivienne viv; walter wally walt; wendy wend; wilhelmina mina; william will bill billy liam willie; winifred
    win winnie; yvonne von; zachary zac zach
"""
SHORT_NAMES = {
    first: tuple(short) for first, *short in (group.split() for group in " ".join(_GROUPS.split()).split(";"))
}
"""What people with a first name are called too."""


def may_be_one(one: str, other: str) -> bool:
    """Whether two first names in small letters are the same, or short for one: Victoria, Vicky and Tori."""
    return not long_forms(one).isdisjoint(long_forms(other))


@lru_cache(maxsize=5000)
def long_forms(first: str) -> frozenset[str]:
    """A first name, and those that it may be short for."""
    return frozenset({first, *(name for name, short in SHORT_NAMES.items() if first in short)})
