/** Unpacks the page's program and runs it. A browser that cannot is left with the page as it is: the whole story. */
async function load(): Promise<void> {
  const packed = document.getElementById('program')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const script = document.createElement('script');
  script.textContent = await new Response(stream).text();
  document.body.append(script);
}

if (typeof DecompressionStream === 'function') void load();
