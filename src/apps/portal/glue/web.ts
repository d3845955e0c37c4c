import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { View } from '../frame/view.ts';

/** The built portal: pages as functions from facts to HTML, and the files a browser may ask for. */
export interface Web {
  render(view: View): string;
  /** Addresses of the sheet and of the script that wakes islands. */
  readonly sheet: string;
  readonly script: string;
  /** What the waker loads at once when an island wakes. */
  readonly files: ReadonlyMap<string, WebFile>;
}
export interface WebFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

interface Manifest {
  readonly [source: string]: {
    readonly file: string;
    readonly imports?: readonly string[];
    readonly css?: readonly string[];
    readonly dynamicImports?: readonly string[];
  };
}

const dist = new URL('../../../../dist/', import.meta.url);
const prefix = '/assets/portal/';

/** Null while the portal has not been built (`node tools/web/build.ts`). */
export async function openWeb(): Promise<Web | null> {
  const pages = new URL('portal-pages/entry.js', dist);
  if (!existsSync(pages) || !existsSync(new URL('portal-web/manifest.json', dist))) return null;
  const { renderPage } = (await import(pages.href)) as { renderPage: (view: View) => string };
  const manifest = readManifest();
  const files = new Map<string, WebFile>();
  for (const { file, css } of Object.values(manifest))
    for (const name of [file, ...(css ?? [])]) files.set(name, readWebFile(name));
  return {
    render: renderPage,
    sheet: prefix + fileOf(manifest, 'src/apps/portal/styles/portal.css'),
    script: prefix + fileOf(manifest, 'src/apps/portal/glue/wake.ts'),
    files,
  };
}

const readManifest = (): Manifest =>
  JSON.parse(readFileSync(new URL('portal-web/manifest.json', dist), 'utf8')) as Manifest;

function readWebFile(name: string): WebFile {
  const plain = readFileSync(new URL(`portal-web/${name}`, dist));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return {
    type: typeOf(name),
    plain,
    brotli: brotliCompressSync(plain, { params }),
    gzip: gzipSync(plain),
  };
}

function fileOf(manifest: Manifest, source: string): string {
  const entry = manifest[source];
  if (entry === undefined) throw new Error(`the web build has no ${source}`);
  return entry.file;
}

const typeOf = (name: string): string =>
  name.endsWith('.css')
    ? 'text/css; charset=utf-8'
    : name.endsWith('.js')
      ? 'text/javascript; charset=utf-8'
      : 'application/octet-stream';
