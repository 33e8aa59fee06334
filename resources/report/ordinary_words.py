"""Words that tell nobody apart: of care, of streets and buildings, of the reports themselves, of everyday sentences.

A test holds every word that the program prints in a public document against these, so that none of them can pass for
the name of a service.
"""

_CARE = """
    agencies agency branch care cared carer carers caring centre charity cic cio clinic co college communities
    community company day dementia disabilities disability domiciliary elderly extra foundation group health
    healthcare home homecare homes hospice hospices hospital hospitals house houses housing hub independent
    integrated learning limited live lives living llp location locations lodge ltd medical mental micro nurse
    nurses nursing office older organisation partner partners partnership people person personal plc practice
    project provider providers reablement rehabilitation resident residential residents respite retirement
    scheme school service services shared sheltered social society solutions specialist support supported
    supporter team therapy treatment trust unit units villa ward wellbeing
"""
_BUILDING = """
    abbey avenue bank barn bridge bungalow castle chapel church close corner cottage cottages court courtyard
    crescent croft drive east farm farmhouse field fields flat flats floor garden gardens gate grange green
    grounds grove hall hill hills house lane lodge lower main manor mews mill mount new north old parade park
    place priory rectory rise road row south square station street terrace tower upper vicarage view views
    village villas walk way west yard
"""
_EVERYDAY = """
    able about above absent accepted according across act actions active activities activity add added
    address administrator adult adults advice affected after again against age aged agenda ages ago agreed
    ahead alike all allowed almost alone along already also although always am among amount amounts annual
    another answer answered any anybody anything apart apologies appendices appendix application approach
    april are area areas around ask asked attend attendance attendances attended attendee attendees august
    author authorities authority available average awaiting award awards away background bar bars base
    based basis be became because become been before began begin begun behind being below beneath benefit
    beside best better between beyond big black block blocks blue board body book both break bring bringing
    brought business but cabinet call called came can cancelled cannot capital case cases category cause
    central ceremony certain chair chance change changed changes chart charts check choice choices choose
    chosen city class clear closed closing come comes coming comments commission commissioned commissioner
    commissioners commissioning committee common compared complete conference confidential considered
    constitution constitutional consultation contact contacts continue continuing contract contracted
    contracts could council councils count counted country county course cover cqc crown current customers
    cut daily data date dates days december decided decimal decimals decision declined delegate department
    deputy details did differ difference different direct director directorate discipline discuss
    discussion distinct district districts division do document documents does doing domain done door
    double down due during each earlier early eastern easy education effective eight eighteen eighth eighty
    either electoral eleven else email end ended ends england english enough enquiries enterprise entitled
    equal especially europe european even event events ever every everybody everyone everywhere evidence
    exact exactly example excellence excellent except exempt exit experience expert experts extension
    facilitator fact factor facts family far february few fewer fewest fifteen fifth fifty figure figures
    file final financial find finding first five following food form former forty forum forums forward
    found four fourteen fourth free friday friend friends full further future gave general get give given
    gives go going gold good got government grade grades great group groups grow growth had half hand hands
    happy has have having he head heading heart held help helped helping her here high higher highest him
    his hold holds horizontal hospices host hosts hour hours how however human humber hundred idea ideas if
    implications important improve improved improvement improving inadequate include included includes
    including inclusive income increased individual individuals information inside inspected inspection
    inspections instead insufficient interest international introduction invitation invitations invite
    invited is isle issue issues it item items itself january job join joined joint jointly july june just
    keep keeping kept key keys kind kinds knew know known large largest last late lately later lead leader
    leaders leading least leaves led left legal less let letter level life light like likely line lines
    list lists little local london long longer look lost low lowest made majority make makes making man
    manage managed manager managers many march mark market marketing markets may me mean measure meet
    meeting member members men met midday middle midlands midnight might million mind minister minute
    minutes mobile moment monday monitoring month monthly months more most move much must my name named
    names nation national near nearby need needs negative neighbour neither network never next nhs nice
    nine nineteen ninety ninth nobody nominated non none nor northern not note notes nothing notice notices
    nought november now number numbers observer october odd offer offered offers officer often once one
    ones online only open opened opening opportunities opportunity option options order original other
    others otherwise out outcome outcomes outside outstanding overall own owner page pages paper papers
    paragraph part participant participants parts past path pathway pathways pence pending per percentage
    percentages performance perhaps period picture places plain plan planned planning plural plus point
    points policy positive possible post premier present previous primary prime print printed private
    programme progress provided public publication published purpose put quality quarter question questions
    quick quite raised range ranked rate rated rates rather rating ratings reach reached read ready real
    reason reasons received recent recommendation recommendations record recorded recruitment red refused
    regard region regional register registered registers registration regulated regulation regulations
    related relating relation remain reopened reopening reply report reported reports represent represented
    require required requirement requirements requires reserved residence response responsive rest result
    results return reveal review reviews right roles round rounded rounding run running runs safe safer
    safety said same satisfied saturday save say says schedule second section see seen select selected self
    send sense sent sentence sentences september series serve set seven seventeen seventh seventy several
    shall share shares sharing she short should show shown shows side sign signed similar since single site
    sites six sixteen sixth sixty size slightly small so some somebody someone something soon source
    sources southern speak speaker speakers special spoken spring staff stage stand standard standards
    standing star stars start started stated status statutory step steps still strategy subject substitute
    subtitle such summary sunday supplier suppliers sure suspended suspension swap system table tables
    taken takes target task tell ten tentative tenth term terminated terms than that their them then there
    therefore these they thing things think third thirteen thirty this those though thousand three through
    throughout thursday tick time times title today together told tomorrow too took top total towards town
    training trend trends tuesday tuition turn twelve twenty two type types unable undo undone unit united
    unless unrated unspecified until us use used user users using usual vacant value values venue verdict
    very via vision visit visits voice waiting waitlist waitlisted walk want wanted warm was way ways we
    wednesday well went were western what whatever when where whether which while white who whoever whole
    whom whose why wide will window wish withdrawn withheld within without woman women word words work
    worked worker workers workforce working works workshop world worst would write year yearly years yellow
    yes yesterday yet yorkshire you young your youth zero
"""
_WORK = """
    access accessible accident accredited achieve advance advert advertise advertised advertisement
    advertisements advertising affordable ageing allowance allowances ambition amenities antenatal anxiety
    apartments applicant applicants applied apply applying appointed appointment appointments appraisal
    appraisals appreciate appreciated appreciation apprentice apprentices apprenticeship apprenticeships
    aspirations assess assessed assessment assessments assistance assistant assistants associate associates
    association attract attracting autism autistic baby balance banding bands banks barrier barriers bathroom
    behaviour benefits bereavement bicycle bike bikes birthday blind bonus bonuses breakfast breaks brexit
    buddies buddy budget budgets buildings bullying bureau bursary bus buses campaign campaigns cancer
    candidate candidates canteen car career careers cares cars caseload catering celebrate celebrating
    certificate certificates champion champions changing charitable childcare children circle circles cleaner
    cleaners cleaning clients clinical coach coaching cohort colleague colleagues comfort comfortable
    commitment committed communicate communication commute commuting compassion compete competing competition
    competitors complex computer computers confidence connect connected connections consultant consultants
    contribution cooking corporation cost costs counselling couple courses courtesy covid creative creche
    criminal crisis cultural culture customer dbs deaf deal debt decent demand demands dental dependants
    deposit deprivation deputies design development dialysis difficult difficulty digital dignity dinner
    disabled discharge discount discounts diversity division dogs domestic drink driver drivers driving duties
    duty ease easier electric emergency emotional employ employed employee employees employer employers
    employment enable enabled enabling encourage engage engaged engagement enjoy enjoyed enjoying environment
    equality equipment estate estates exercise exhausted expenses expensive express external extras eye eyes
    fair fairness fairs faiths fathers favourite feedback feel feeling feels fees finance financial finish
    fitness flexibility flexible foods football frail freedom freelance fuel fulfilled fulfilling fun fund
    funded funding funds gaps generations gentle gifts goals grants grief guidance happiness harder hardship
    hearing helpline heritage hire hired hiring holiday holidays holistic homecaring homeless honest
    hospitality hotel housekeeping hubs humanity hygiene immigration impact incentive incentives incidents
    inclusion indeed induction inductions inflation initiative injury innovation innovative inspire inspiring
    insurance intention intentions intervention interview interviewed interviewing interviews invest
    investment investments isolated isolation jobcentre jobs journey journeys kitchen labour lack ladies
    languages launch laundry leadership learn learners leavers leisure licence licences lifelong lifestyle
    lifestyles lifting listen listening loan loans loneliness lonely loyal loyalty lunch maintenance
    management managing maternity meal meals medication memories mentor mentoring mentors migrant migrants
    mileage mindfulness minibus mission mobility money morale mortgage mothers motivated motivation movement
    moving music nationality newsletter night nights nursery nutrition nutritional obstacle occupational
    offices optical optician orthodontics outreach overseas overtime package packages palliative pandemic
    parent parental parents parking passion passionate paternity patient patients pay payment payments pays
    peer peers pension pensions perception perceptions perk perks permanent personality petrol pets pharmacy
    phone phones physical physiotherapy pilot platform platforms play podcast policies policy pool poor poster
    posters practical pregnancy pregnant premium pressure pressures priority proactive problem problems
    profession professional professionals progression promise promote promotion promotions property proposal
    prospects protected proud proving psychiatric punctual pupils qualification qualifications qualified
    qualify qualifying radio rapid reality recognised recognition recommend recommended recover recovery
    recruit recruiter recruiters recruiting reduce reduced refer reference references referral referrals
    refreshments regulator relax reliable relief religion rent resource resources respect respected retail
    retain retaining retention retire retired reward rewarding rewards rights risk risks rota rotas routine
    rural safeguarding salaries salary sales scheduling scholarship schools scope screening seasonal sector
    sectors secure security senior seniors sensory settle shadow shadowing shaping shift shifts shop shopping
    shops shortage shortages sick sickness skill skilled skills skin sleep smile spare speech spiritual
    sponsor sponsored sponsorship sport sports stability stable starter starters starting statutory stress
    stressed stressful stroke struggle struggling student students studio substance suffering super
    supermarket supermarkets supervision supervisions supervisor supervisors supporting surgeon surgeons
    surgery surgical survey surveys swimming systems talent talk talking taster tasters tax taxi taxis teach
    teacher teams technology television temporary tenancy tenant tenants testing thank thanks therapies
    therapist therapists timetable tired tiring toilet tool toolkit tools train trained trainee trainees
    trainer trainers transport travel travelling treat treated treats tree trees trips trusted turnover
    typical understand understanding unemployed uniform uniforms universal university unpaid unsocial
    upskilling urban urgent vacancies vacancy valued variety vehicle vehicles visa visas vocational volunteer
    volunteering volunteers wage wages waste water weekend weekends welcome welcoming welfare wellness
    wheelchair winter worldwide worries worry worship younger
"""
_FILE = """
    arabic arial auto bold bottom box bullet bullets calibri caption character colour creator default desk
    dxa fact field figure fixed font fonts footer formats grid header heading headings height hidden hint
    horizontal italic keep kern language last left level liberation list lowercase margin masthead media
    modified multi name none normal note num numbered numbering office override page paragraph picture
    preset properties relationship relationships rels restart right sans schema seq simple single small
    solid style styles subtitle symbol tab table text theme title toc top type types verdana vertical width
    windows word writing xml
"""
_SMALL = "a an and as at by for from in into its of off on or our over per the to under up with"

_NAMES = """
    amber april art august autumn baker belle bill bishop blossom brook charity cherry christian clay cliff cook
    coral crystal daisy dale dawn dean drew earl eve excel faith fern flora forest frank glen grace grant guy
    harmony haven hazel heather holly hope iris ivy jasmine joy lance lily mark mason mercy miles noble olive
    page pat pearl penny porter price prince rich rob robin rose ruby ruth sandy sky sterling stone sue summer
    sunny trinity victory violet virtue will winter
"""

CARE_WORDS = frozenset(_CARE.split())
"""Of what services do and are."""
BUILDING_WORDS = frozenset(_BUILDING.split())
"""Of buildings and streets."""
EVERYDAY_WORDS = frozenset(_EVERYDAY.split())
"""Of reports, calendars, counting and everyday sentences."""
WORK_WORDS = frozenset(_WORK.split())
"""Of pay, shifts, training and the market, as people write of them when they are asked about their work.

Not ordinary elsewhere: 'Inspire' in the minutes of a forum may well be a suspended service.
"""
FILE_WORDS = frozenset(_FILE.split())
"""Of what is inside a Word file besides its text."""
NAME_LIKE_WORDS = frozenset(_NAMES.split())
"""Of everyday sentences, and names of people and houses too: 'Hope House' is one, 'we hope house prices' is not.

They are not ordinary: with a capital they tell whom a name means.
"""
SMALL_WORDS = frozenset(_SMALL.split())
"""Words that a name writes without a capital."""
NAMING_WORDS = BUILDING_WORDS - CARE_WORDS - EVERYDAY_WORDS - FILE_WORDS - SMALL_WORDS
"""Those of buildings that no report prints of itself: 'grange' with a capital is a name wherever it stands."""
ORDINARY_WORDS = CARE_WORDS | BUILDING_WORDS | SMALL_WORDS | EVERYDAY_WORDS | FILE_WORDS
CHANCE_WORDS = ORDINARY_WORDS | WORK_WORDS | NAME_LIKE_WORDS
"""A name of these words only is met by chance where it has no capitals."""
