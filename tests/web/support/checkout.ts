// Where the checkout is; without import.meta.dirname, which Debian 12's Node does not know.
import { fileURLToPath } from "node:url";

const CHECKOUT = new URL("../../../", import.meta.url);

/** An absolute path, from one that begins at the checkout's top. */
export function inCheckout(path: string): string {
  return fileURLToPath(new URL(path, CHECKOUT));
}
