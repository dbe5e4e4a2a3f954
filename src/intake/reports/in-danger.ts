import { HOUR, type Instant, MINUTE } from "../../shared/instant.ts";
import type { Reading } from "../../tickets/reading.ts";
import type { Matter } from "../../tickets/register.ts";
import type { Heard } from "../heard.ts";
import type { Readers } from "./readers.ts";

/** Whoever told of a danger goes on about it for so long; a group, where it was told, for so long. */
const GOES_ON = HOUR;
const ALL_SPEAK = 20 * MINUTE;

/** `找到了，谢谢大家`: whoever is still looking must hear of it. */
const OVER = /找(?:到|着)了|找回|回来了|回家了|到家了|平安|没事了|虚惊|救出|出来了|扑灭|灭了|弄错了|看错了|不用来了|解决了|好了/;

/** What those who see it say: who is inside, how it goes. `打119了没`, `吓死我了` tell staff nothing. */
const SEEN =
  /在里面|里面(?:还)?有人|出不[来去]|下不[来去]|[困堵]在|被困|呛|喘不|晕|受伤|[烧烫砸]伤|流血|(?:烟|火|味|水)[儿道势]?(?:好|很|太|越来越|更|挺)?[大浓重]|(?:老人|老太|老头|孩子|小孩|娃)[^，。]{0,4}(?:没|在|还)|灭了|扑灭|控制住|救出|(?:人|孩子|老人)[^，。]{0,3}出来了|找(?:到|着)了/;

/** What those call who see it from elsewhere: `快拿灭火器`, `里面有人没有`. Whoever lives in another house and says `着火了` tells of a fire there. */
const CALLED =
  /灭火器|消防栓|11[09]|120|消防车|救护车|里面(?:还)?有|有人没|让[一开]|疏散|快[跑走撤]|别[坐进靠碰]|先别|绕[开行着]|小心|关(?:总)?阀|拉闸|断电|开窗/;

/** Nobody's illness, nor a cry for help, is a voice for somebody else's. */
const ILL = "医疗健康";
const OWN_CRY = /救命|救救?我|不想活/;

/** Things of other dangers: `电梯困人了` beside a fire is another. */
const THINGS = /电梯|煤气|燃气|天然气|井盖|电线|外墙|墙皮|树|走丢|走失|触电|漏电|跳楼|晕倒|摔|狗|河/gu;

/**
 * The open danger that whoever speaks is in the midst of, and goes on about: `头都晕了`, `人怎么还没来`. In need nobody says twice what and where; nor when it is over.
 * Words about something else that is sure, or about another house, are a matter of their own.
 */
export async function dangerGoneOnAbout(
  { office, homeOf }: Readers,
  { actor, room }: Heard,
  { kind, category, sure, place }: Reading,
  text: string,
  now: Instant,
): Promise<number | undefined> {
  if (kind === "dispute" || kind === "wish") return undefined;
  const isHere = ({ ticket }: Matter): boolean =>
    place.building === undefined || ticket.place.building === undefined || place.building === ticket.place.building;
  if (kind !== "none" || OVER.test(text)) {
    const latest = (await office.register.askedBy(actor.id)).find(({ ticket }) => {
      const isIt = category === ticket.category || !sure || kind === "none";
      return ticket.state === "open" && ticket.kind === "hazard" && now - ticket.openedAt <= GOES_ON && isIt;
    });
    if (latest !== undefined && isHere(latest)) return latest.ticket.number;
  }
  const tells = kind === "hazard" ? place.building === undefined : SEEN.test(text) && (kind === "none" || !sure);
  if (!tells || room?.kind !== "residents" || category === ILL || OWN_CRY.test(text)) return undefined;
  const told = await office.register.openIn(room.topic, now - ALL_SPEAK);
  const home = homeOf(actor.alias, room).building;
  const meant = told.find((matter) => {
    const { building } = matter.ticket.place;
    const isNear = home === undefined || building === undefined || home === building || kind !== "hazard" || CALLED.test(text);
    const isDanger = matter.ticket.kind === "hazard" && matter.ticket.category !== ILL;
    return isDanger && isHere(matter) && isNear && !namesAnother(text, matter);
  });
  return meant?.ticket.number;
}

/** Neighbours who cry out beside an open danger, `快拿灭火器`, mean that one, unless they name the thing of another. */
function namesAnother(text: string, { summary }: Matter): boolean {
  return [...text.matchAll(THINGS)].some(([thing]) => !summary.includes(thing));
}
