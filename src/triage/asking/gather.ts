export type Gathering = {
  /** At most so many questions in one letter. */
  readonly most: number;
  /** How long the first question waits for company, in milliseconds. */
  readonly wait: number;
};

type Waiting<Q, A> = { readonly question: Q; readonly give: (answer: A) => void; readonly fail: (error: unknown) => void };

/** Gathers questions that come at about the same time into one letter. `ask` gives one answer a question, in their order; when it fails, each of them fails. */
export function gather<Q, A>(
  ask: (questions: readonly Q[]) => Promise<readonly A[]>,
  { most, wait }: Gathering,
): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = [];
  let timer: NodeJS.Timeout | undefined;

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const letter = waiting;
    waiting = [];
    try {
      const answers = await ask(letter.map(({ question }) => question));
      for (const [index, { give }] of letter.entries()) give(answers[index] as A);
    } catch (error) {
      for (const { fail } of letter) fail(error);
    }
  };

  return (question) =>
    new Promise<A>((give, fail) => {
      waiting.push({ question, give, fail });
      if (waiting.length >= most) void send();
      else timer ??= setTimeout(() => void send(), wait);
    });
}
