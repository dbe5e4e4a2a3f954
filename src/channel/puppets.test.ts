import { describe, expect, it } from "vitest";
import { isSandbox, puppetNamed } from "./puppets.ts";

describe("the puppet that the settings name", () => {
  it("is made anew for each connection", async () => {
    const token = "insecure_1fe5f846-3cfb-401d-b20c-sailor";
    const source = await puppetNamed({ WECHATY_PUPPET: "wechaty-puppet-service" }, { token });
    const [one, two] = [await source(), await source()];
    expect(one.name()).toBe("wechaty-puppet-service");
    expect(two).not.toBe(one);
  });

  it("may be any that Wechaty itself brings", async () => {
    const source = await puppetNamed({ WECHATY_PUPPET: "wechaty-puppet-wechat4u" });
    expect(source).toBeTypeOf("function");
  });

  it("says what to install when it is missing", async () => {
    await expect(puppetNamed({ WECHATY_PUPPET: "wechaty-puppet-padlocal" })).rejects.toMatchObject({
      name: "ConfigError",
      message: "WECHATY_PUPPET names wechaty-puppet-padlocal, which is not installed; run: npm install wechaty-puppet-padlocal",
    });
  });

  it("says so when a package is no puppet, or the name is no package", async () => {
    await expect(puppetNamed({ WECHATY_PUPPET: "yaml" })).rejects.toThrow(
      "WECHATY_PUPPET names yaml, which is no Wechaty puppet",
    );
    await expect(puppetNamed({ WECHATY_PUPPET: "../evil" })).rejects.toThrow(
      'WECHATY_PUPPET is "../evil", not the name of a package',
    );
  });

  it.each([
    [undefined, /^WECHATY_PUPPET_SERVICE_TOKEN is not set/],
    ["", /^WECHATY_PUPPET_SERVICE_TOKEN is not set/],
    ["0000-1111", /^WECHATY_PUPPET_SERVICE_TOKEN has no prefix/],
  ])("asks for a service's token when it is %j", async (token, message) => {
    const environment = { WECHATY_PUPPET: "wechaty-puppet-service", WECHATY_PUPPET_SERVICE_TOKEN: token };
    await expect(puppetNamed(environment)).rejects.toMatchObject({
      name: "ConfigError",
      message: expect.stringMatching(message),
    });
  });

  it.each([
    [undefined, true],
    ["", true],
    ["wechaty-puppet-mock", true],
    ["wechaty-puppet-service", false],
  ])("is the sandbox for %j: %j", (name, expected) => {
    expect(isSandbox({ WECHATY_PUPPET: name })).toBe(expected);
  });
});
