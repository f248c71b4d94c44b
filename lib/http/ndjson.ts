/** Answers one line of JSON each as they are ready. When the reader leaves, nobody is asked for the rest. */
export function ndjson(answers: AsyncGenerator<unknown>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await answers.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    async cancel() {
      await answers.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "cache-control": "private, no-store",
      // Proxies that gather an answer would hold the quick lines back for the slow ones.
      "x-accel-buffering": "no",
    },
  });
}
