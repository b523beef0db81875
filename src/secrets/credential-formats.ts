import type { DescribedFormat } from "./credential-format.ts";
import { cloudFormats } from "./formats/clouds.ts";
import { codeFormats } from "./formats/code.ts";
import { commerceFormats } from "./formats/commerce.ts";
import { dataFormats } from "./formats/data.ts";
import { identityFormats } from "./formats/identity.ts";
import { messageFormats } from "./formats/messages.ts";
import { modelFormats } from "./formats/models.ts";
import { observabilityFormats } from "./formats/observability.ts";
import { searchFormats } from "./formats/search.ts";
import { workFormats } from "./formats/work.ts";

/**
 * How providers write their credentials, and what they write that looks like one and is none. Of formats that claim the same text, the more particular stand
 * first. The search reads them from `generated/`.
 */
export const credentialFormats: readonly DescribedFormat[] = [
	...codeFormats,
	...modelFormats,
	...searchFormats,
	...workFormats,
	...messageFormats,
	...commerceFormats,
	...cloudFormats,
	...dataFormats,
	...observabilityFormats,
	...identityFormats,
];
