import { createRequire } from "node:module";
import { ConfigError } from "../shared/errors.ts";
import type { Puppet, PuppetSource } from "./settings.ts";

/** The settings that users of Wechaty already know, by their own names; a name that is missing or empty is not set. */
export type PuppetEnvironment = Readonly<Record<string, string | undefined>>;

const PUPPET = "WECHATY_PUPPET";
const TOKEN = "WECHATY_PUPPET_SERVICE_TOKEN";
const SERVICE = "wechaty-puppet-service";

/** The name that means our own sandbox; it is not connected to anything, so `puppetNamed` does not give it. */
const SANDBOX = "wechaty-puppet-mock";

type PuppetClass = new (options: object) => Puppet;

/** Whether the environment asks for the sandbox: it names no puppet, or the mock. */
export function isSandbox(environment: PuppetEnvironment): boolean {
  const name = environment[PUPPET] ?? "";
  return name === "" || name === SANDBOX;
}

/**
 * Makes puppets of the class that `WECHATY_PUPPET` names, a new one per connection. Puppets read the other `WECHATY_…` settings
 * themselves. Throws
 * ConfigError, with what to do, where the package is not installed or a setting that it needs is missing.
 */
export async function puppetNamed(environment: PuppetEnvironment, options: object = {}): Promise<PuppetSource> {
  const name = environment[PUPPET] ?? "";
  if (!/^(@[a-z0-9._-]+\/)?[a-z0-9._-]+$/i.test(name)) {
    throw new ConfigError(PUPPET, `is "${name}", not the name of a package; write for example ${SERVICE}`);
  }
  if (name === SERVICE && !("token" in options)) checkToken(environment[TOKEN] ?? "");

  const Puppet = await load(name);
  return async () => new Puppet(options);
}

/**
 * puppet-service takes the part before "_" as the name of the server (SNI) and refuses a token without one when it starts,
 * minutes too late for a person to notice.
 */
function checkToken(token: string): void {
  if (token === "")
    throw new ConfigError(TOKEN, `is not set and ${SERVICE} needs it; put in the token that your provider gave you`);
  if (!/^[^_]+_./.test(token))
    throw new ConfigError(TOKEN, "has no prefix such as insecure_; copy the whole token, with the part before the underscore");
}

async function load(name: string): Promise<PuppetClass> {
  checkInstalled(name);
  let module: unknown;
  try {
    module = await import(name);
  } catch (error) {
    throw new ConfigError(PUPPET, `names ${name}, which cannot be loaded; see the cause, or install it again`, { cause: error });
  }
  const found = defaultOf(module);
  if (found === undefined)
    throw new ConfigError(PUPPET, `names ${name}, which is no Wechaty puppet; write for example ${SERVICE}`);
  return found;
}

function checkInstalled(name: string): void {
  try {
    createRequire(import.meta.url).resolve(name);
  } catch (error) {
    // It is there, for `import` only.
    if (error instanceof Error && "code" in error && error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED") return;
    throw new ConfigError(PUPPET, `names ${name}, which is not installed; run: npm install ${name}`, { cause: error });
  }
}

/** CommonJS puppets arrive wrapped, some of them twice (wechaty-getting-started#203). */
function defaultOf(module: unknown): PuppetClass | undefined {
  let inner: unknown = module;
  for (let depth = 0; depth < 4; depth += 1) {
    if (isClass(inner)) return inner;
    if (typeof inner !== "object" || inner === null || !("default" in inner)) return undefined;
    inner = inner.default;
  }
  return undefined;
}

function isClass(value: unknown): value is PuppetClass {
  return typeof value === "function";
}
