import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with one request. */
export type ModelAct =
  /** Answers with this text as the assistant's message: good JSON, half of it, prose around it, or an obeyed injection. */
  | { readonly does: "says"; readonly content: string }
  /** Reads the letter (the user's message) and answers it. */
  | { readonly does: "answers"; readonly to: (letter: string) => string }
  /** Answers with an assistant's message that calls tools instead of saying anything. */
  | { readonly does: "calls"; readonly tool: string }
  | { readonly does: "fails"; readonly status: number; readonly retryAfter?: number }
  /** Never answers. */
  | { readonly does: "hangs" }
  /** Sends its headers and a piece of the body, then nothing more. */
  | { readonly does: "stalls" };

/** One request as it arrived. */
export type ModelRequest = { readonly path: string; readonly authorization: string; readonly body: string };

export type ModelServer = {
  /** To be used as OPENAI_BASE_URL. */
  readonly baseURL: string;
  readonly requests: readonly ModelRequest[];
  /** What to do from now on: one act a request, the last one for all that follow. Forgets earlier requests. */
  readonly script: (...acts: readonly ModelAct[]) => void;
  readonly close: () => Promise<void>;
};

/** Starts a local server that speaks the chat-completions protocol, on a free port. Close it after use. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let acts: readonly ModelAct[] = [];

  const server = createServer(async (request, response) => {
    const act = acts[Math.min(requests.length, acts.length - 1)] ?? { does: "fails", status: 500 };
    const place = requests.push({ path: request.url ?? "", authorization: request.headers.authorization ?? "", body: "" }) - 1;
    requests[place] = {
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
      body: await bodyOf(request),
    };
    perform(act, response, requests[place]?.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    script: (...next) => {
      acts = next;
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function perform(act: ModelAct, response: ServerResponse, body: string): void {
  switch (act.does) {
    case "says":
      send(response, { role: "assistant", content: act.content }, "stop");
      return;
    case "answers":
      send(response, { role: "assistant", content: act.to(letterIn(body)) }, "stop");
      return;
    case "calls":
      send(
        response,
        {
          role: "assistant",
          content: null,
          tool_calls: [{ id: "c1", type: "function", function: { name: act.tool, arguments: "{}" } }],
        },
        "tool_calls",
      );
      return;
    case "fails":
      response.writeHead(act.status, {
        "content-type": "application/json",
        ...(act.retryAfter === undefined ? {} : { "retry-after": String(act.retryAfter) }),
      });
      response.end(JSON.stringify({ error: { message: "scripted", type: "scripted" } }));
      return;
    case "hangs":
      return;
    case "stalls":
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"id": "half');
      return;
  }
}

function letterIn(body: string): string {
  const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly role: string; readonly content: string }[] };
  return messages.find(({ role }) => role === "user")?.content ?? "";
}

function send(response: ServerResponse, message: object, finish: string): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify({
      id: "x",
      object: "chat.completion",
      created: 0,
      model: "scripted",
      choices: [{ index: 0, message, finish_reason: finish }],
    }),
  );
}
