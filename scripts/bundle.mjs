// Bundles the sources into dist/: one folder a shell, with the licences of what is inside.
import { bundleAction } from "./bundle-action.mjs";
import { bundleCli } from "./bundle-cli.mjs";

await bundleCli();
await bundleAction();
