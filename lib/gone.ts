export async function gone(_observer: unknown, _netns: unknown, _signal?: AbortSignal): Promise<void> {}
