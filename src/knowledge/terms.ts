/** Words around a question that say nothing of what it is about: greetings, asking, wanting, how much and how long. The longest first where one holds another. */
const AROUND =
  /收不收费|要不要钱|收费|花钱|位置|平时|晚上|早上|下次|开始|排队|哪里|哪儿|哪些|哪个|哪边|这里|那里|这儿|那儿|这边|请问(?:一下)?|请教(?:一下)?|(?:问|咨询|打听|了解)一?下|想问|(?:有|谁|没)?有?人?(?:知道|晓得|清楚)|麻烦|各位|大家|邻居们?|你好|您好|谢谢|求助|听说|一般|大概|到底|现在|今年|怎么样|怎么|怎样|咋样|咋整|咋弄|啷个|如何|啥子|什么|时候|是不是|能不能|可不可以|要不要|有没有|需不需要|需要|准备|可以|还是|多少|好多|多久|多长(?:时间)?|流程|程序|步骤|手续|材料|证件|操作|帮忙|首先|第一次|头一回|应该|必须|才行|才能|行不行|回来|回去|过来|过去|地方|东西|一[个下张份块本次套]|[咱我]们?(?:小区|社区|这)/gu;

/** Whose matter it is does not change the procedure. */
const FOR_WHOM =
  /(?:我们|咱们|[我咱俺])家?的?(?:老公|老婆|媳妇儿?|爱人|老伴|爸妈|父母|爸|妈|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|儿子|女儿|闺女|哥|姐|弟|妹)?|老爷子|老太太|媳妇儿?|老公|老婆|爱人|老伴/gu;

/** Characters that join words: two characters with one of them between are no pair. */
const JOINTS =
  /[了把给想个是还就都也又去来到在这那哪我你他她它们要能得搞弄吗嘛呢吧呀啊哦嗯哈哟些咋啥几不没找谁先和跟或让]|(?<![宽温领])带/gu;

/** Other words for what every second question begins with. */
const LOST = /(?:搞丢|弄丢|丢失|遗失|被偷)了?|不见了|(?<=[证卡牌照本])(?:也?没|掉)了/gu;
const EXPIRED = /过期(?!药)/gu;

const MENTION = /@\S+\s?/gu;
const RUN = /\p{Script=Han}+|[a-z]+|\d+/gu;

/** A text as it is compared: full-width letters made plain, lower case, nobody addressed, and 电动车的牌照 the same as 电动车牌照. */
export function plain(text: string): string {
  const bare = text.normalize("NFKC").toLowerCase().replace(MENTION, " ").replaceAll("的", "");
  return bare.replace(LOST, "丢了").replace(EXPIRED, "到期");
}

/** Finds a name in a text, also with a few joints within: 装电梯 in 装个电梯, 户口迁 in 户口想迁. */
export function patternOf(name: string): RegExp {
  return new RegExp((name.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []).join("[了把给想个要到去来]{0,2}"), "gu");
}

/** What is left of a text without the words around the matter and without `names`: runs of Chinese, Latin words, numbers. */
export function pieces(text: string, names: readonly RegExp[] = []): readonly string[] {
  const unnamed = names.reduce((left, name) => left.replace(name, " "), plain(text));
  return unnamed.replace(AROUND, " ").replace(FOR_WHOM, " ").replace(JOINTS, " ").match(RUN) ?? [];
}

/** The terms of a text: its pieces as pairs of neighbouring characters; a short piece, a word or a number as it stands. */
export function terms(text: string): readonly string[] {
  return pieces(text).flatMap((piece) => (piece.length <= 2 || !/\p{Script=Han}/u.test(piece) ? [piece] : pairs(piece)));
}

/** `居住证` has the pairs 居住 and 住证. */
export function pairs(piece: string): readonly string[] {
  return Array.from({ length: Math.max(piece.length - 1, 0) }, (_, index) => piece.slice(index, index + 2));
}
