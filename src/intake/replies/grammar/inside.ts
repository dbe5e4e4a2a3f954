import type { Reply } from "../reply.ts";
import { MOMENT } from "./fields.ts";
import type { Head } from "./head.ts";

const DOUBT = /没|未|不|吗|[?？]|等|谁|哪|几|怎|若|如果|要是|什么|何|快点|能否|希望|再|才|记得|提醒|通知/;
const MENDED =
  "(?:修|弄|办|处理|换|搞|整|装|清理|疏通|解决|维修|打扫|清运|更换|安装|修复)(?:好|完|完毕|妥|干净|到位)了?|(?:修好|搞定|解决|疏通|修复|换上|恢复|通|亮|处理|更换|清理|清运)了";
const DONE = new RegExp(`^([^，,。；;\\n]{1,20}?)(?:已经?|都|全|也)*(?:${MENDED})(?:[。.!！~～]|了)*(?:$|[，,。；;\\s])`);
const AGAIN =
  /^([^，,。；;\n]{1,15}?)(?:又(?:坏|漏|堵|灭|黑|停|响|不亮|不行|没水|没电|出问题)了?|(?:还|还是|仍然|并)?没有?(?:修|弄|办|处理)?好|(?:还|还是)没(?:有)?(?:解决|修|处理|恢复|亮)|还是(?:漏|堵|黑|不亮|老样子|不行|没水|没电))(?:呢|啊|呀|水|的|了)*(?:$|[，,。；;！!\s])/;
const WHEN_FIRST = new RegExp(
  `^((?:${MOMENT})[^，,。；;？?\\n]{0,14}?)(会商|开个?会商量|碰个?头|约谈|见面谈|调解)(?:一下|吧|哈|了)?[。.!！]*$`,
);

/** Forms whose word comes last: `#12 路灯修好了`, `12号工单楼道灯又坏了`, `明天下午3点会商`. */
export function insideOut(head: Head, isLoose: boolean): Reply | undefined {
  const { number, body, marked } = head;
  const when = WHEN_FIRST.exec(body);
  if (when !== null && (number !== undefined || /会商|约谈/.test(when[2] ?? ""))) {
    const verb = /约谈|见面|调解/.test(when[2] ?? "") ? "meet" : "consult";
    return { verb, ...(number === undefined ? {} : { number }), text: (when[1] ?? "").trim(), plain: true, bare: false };
  }
  if (number === undefined || !(marked || isLoose)) return undefined;

  const again = AGAIN.exec(body);
  if (again !== null && !/吗|[?？]/.test(body)) return { verb: "reopen", number, text: body, plain: false, bare: false };
  const done = DONE.exec(body);
  return done === null || DOUBT.test(done[0]) || /吗[？?]?$|[?？]$/.test(body)
    ? undefined
    : { verb: "finish", number, text: body, plain: false, bare: false };
}
