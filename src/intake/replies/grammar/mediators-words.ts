import { UNTIL } from "./behind-words.ts";
import { MOMENT } from "./fields.ts";
import type { Rule } from "./rule.ts";

/** The words of those who mediate. */
export const MEDIATORS_WORDS: readonly Rule[] = [
  {
    verb: "police",
    words: "移交(?:给|到)?(?:派出所|公安|民警|警方)|转(?:交|给|到)?(?:派出所|公安|警方)|交(?:给|由)(?:派出所|公安|民警|警方)",
    glued: "处理|了",
  },
  { verb: "police", words: "已经?报警|报了?警了?|派出所已?(?:经)?(?:接手|介入|来了|到场)", plain: false },
  {
    verb: "decline",
    words:
      "(?:我|我们)?不(?:想|要|愿意?|同意|接受)(?:再)?调解了?|不调解了|不愿意?(?:接受)?调解|拒绝(?:接受)?调解|不同意(?:接受)?调解|不接受调解|不想调解|对方(?:不愿意?|拒绝|不同意|不接受)(?:接受)?调解",
  },
  {
    verb: "fail",
    words:
      "未达成(?:协议|一致)?|没有?达成(?:协议|一致)?|调解(?:失败|不成|未成|没成)|没谈(?:成|拢|妥)|谈崩|谈不[拢成]|没调成|未谈成",
  },
  {
    verb: "agree",
    words: "达成(?:调解)?(?:协议|一致)?|答成|谈[成妥拢]|调解成功|签了?(?:调解)?协议|双方和解|和解",
    glued: "了(?=[^吗没])",
  },
  {
    verb: "consent",
    words:
      "双方都?(?:已经?)?(?:同意|愿意)(?:接受)?(?:调解)?|两家都?(?:同意|愿意)(?:调解)?|都(?:同意|愿意)调解|(?:同意)(?:接受)?调解|愿意(?:接受)?调解",
  },
  { verb: "consent", words: "对方(?:也|已经?)?(?:同意|愿意)(?:调解)?", plain: false },
  {
    verb: "party",
    words: "对方当?事?人?(?:是|叫|为)|当事人(?:是|叫|为)|另一方(?:是|叫|为)",
    plain: false,
    glued: ".",
    needs: "text",
  },
  { verb: "party", words: "对方当事人|对方|当事人|另一方|另一当事人" },
  { verb: "meet", words: "约谈|约谭|约见|约调解|安排调解|调解时间", glued: UNTIL },
  { verb: "meet", words: "约[好在到]|约定|定在|约", plain: false, glued: `(?:双方)?了?(?:在|于)?${MOMENT}`, needs: "text" },
  { verb: "visit", words: "回访(?:情况|结果)?|已回访|回仿|会访" },
];
