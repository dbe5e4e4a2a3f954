const QUESTION =
  /[?？]|怎么|怎样|咋|如何|啷个|哪|什么|啥|多少|好多|多久|多大|多长|几(?![位句乎])|吗|嘛|找谁|问谁|归谁|谁有|谁知道|能不能|可不可以|要不要|是不是|有没有|(\p{Script=Han})不\1|不(?:[了呢呀啊哦])?$|还是|流程|程序/u;
const WANT = /^(?:我们?|我家)?(?:想|要|打算|准备)[^了]*(?:办|申请|补|换|登记|报名|参加|咨询|问|装|迁)[^了]*$/u;

/** Something is wrong, late or unfair, or somebody proposes something: people look into it, whatever procedure it names. */
const MATTER =
  /坏了|又坏|没人|没信|没发(?!票)|没到|没批|没给|没来|没修|还没|至今|迟迟|一直|凭什么|凭啥|为什么|为啥|怎么回事|咋回事|投诉|举报|反映|态度|不公|堵|臭|噪音|吵|赔|(?<![保年饭交月禁])卡在|有人管|管管|管不管|捡到|掉在|捡了|弄断|挖断|难吃|好处|重新|越来越|来电|来水|停水|停电|漏水|拉走|清一次|建议|提议|咬|吓|扑|打人|还在|不给|不让|不发|不肯|拒绝|刁难|推来推去|取不出|打不开|打不通|等了|等半年|关了|停发|停了|拖了|退钱|退款|骗|催|乱收|太[差慢贵脏乱]|受不了|没法|总不能|不敢|图什么|图啥|猴年马月|从来没|死活|多亏|难道|[没不]公示|公示[了过]|吭声|结果呢|刷不|只要你|热议|讲究|凑合|到哪一步|到哪一年|排到|代我|帮我[拿取看领]|信不信|我不信|晚一点|早一点|误工|划算|靠谱|牌子|推荐|哪家|亲戚|改到|统一改/u;

const PAUSE = /[\s,，.。!！?？、;；~～…]+/u;

/** Is it a question about how a thing is done, and nothing that somebody has to look into? */
export function asksHow(text: string): boolean {
  return !MATTER.test(text) && (clausesOf(text).some(isQuestion) || /[?？]/u.test(text) || WANT.test(text));
}

/**
 * The part of a text that asks: its questions, and where none of these names the thing, also what names it; else all.
 * What else is told (who I am, how it came about) is no part of the question.
 */
export function asked(text: string, isNamed: (clause: string) => boolean): string {
  const clauses = clausesOf(text);
  const questions = clauses.filter(isQuestion);
  if (questions.some(isNamed)) return questions.join(" ");

  const parts = clauses.filter((clause) => isQuestion(clause) || isNamed(clause));
  return (parts.length > 0 ? parts : clauses).join(" ");
}

const clausesOf = (text: string): readonly string[] => text.split(PAUSE).filter((clause) => clause !== "");
const isQuestion = (clause: string): boolean => QUESTION.test(clause);
