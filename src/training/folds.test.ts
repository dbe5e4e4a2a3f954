import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadTriageData } from "../load-triage.ts";
import { house } from "../testing/house.ts";
import { foldsOf } from "./folds.ts";

it("reads each file by what the others teach", () => {
  const folder = mkdtempSync(join(tmpdir(), "xiaoge-folds-"));
  const lines = (line: (at: number) => string): string => Array.from({ length: 9 }, (_, at) => line(at)).join("\n");
  for (const name of ["甲", "乙", "丙", "丁", "戊"]) {
    writeFileSync(
      join(folder, `matters-${name}.txt`),
      `== demand 路灯\n${lines((at) => `第${at}盏路灯坏了，${name}门口黑得很`)}\n`,
    );
    const chat = `== none @chat\n${lines((at) => `哈哈今天第${at}回和${name}吃火锅`)}\n`;
    const thanks = `== none\n${lines((at) => `谢谢${at}号${name}师傅，辛苦了`)}\n== none @hard\n${lines((at) => `菜品一般，${name}店服务差${at}`)}\n`;
    writeFileSync(join(folder, `none-${name}.txt`), chat + thanks);
  }
  const { area, kindRight, found } = foldsOf({ folder, ...loadTriageData(), community: house.desk.community });
  rmSync(folder, { recursive: true });
  expect(Math.min(area.chat, area.people, area.hard, kindRight)).toBeGreaterThan(0.9);
  expect(found.chat).toBeGreaterThan(0.9);
});
