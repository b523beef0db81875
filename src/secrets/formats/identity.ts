import type { CredentialFormat } from "../credential-format.ts";

/** Vaults, identities, and forms that belong to no provider: keys and tokens of the standards. */
export const identityFormats: readonly CredentialFormat[] = [
	{
		id: "vault-token",
		title: "a HashiCorp Vault token",
		markers: ["hvs.", "hvb.", "hvr."],
		pattern: "hv[sbr][.][A-Za-z0-9_-]{24,300}",
		source: "developer.hashicorp.com/vault; gitleaks, Betterleaks, Titus",
	},
	{
		id: "doppler-token",
		title: "a Doppler token",
		markers: [
			"dp.pt.",
			"dp.ct.",
			"dp.st.",
			"dp.sa.",
			"dp.said.",
			"dp.scim.",
			"dp.audit.",
		],
		pattern:
			"dp[.](?:pt|ct|st(?:[.][a-z0-9_-]{2,35})?|sa|said|scim|audit)[.][A-Za-z0-9]{40,44}",
		body: "[A-Za-z0-9]{40,44}$",
		source: "docs.doppler.com; Betterleaks, TruffleHog",
	},
	{
		id: "onepassword-service-token",
		title: "a 1Password service account token",
		markers: ["ops_eyJ"],
		pattern: "ops_eyJ[A-Za-z0-9+/]{200,1500}={0,3}",
		boundary: "base64",
		source: "developer.1password.com; gitleaks, Betterleaks",
	},
	{
		id: "onepassword-secret-key",
		title: "a 1Password Secret Key",
		markers: ["A3-"],
		pattern:
			"A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
		source: "support.1password.com; gitleaks, Betterleaks",
	},
	{
		id: "adobe-client-secret",
		title: "an Adobe client secret",
		markers: ["p8e-"],
		pattern: "p8e-[A-Za-z0-9_-]{32}",
		source: "gitleaks, Betterleaks, Titus",
	},
	{
		id: "authress-key",
		title: "an Authress service client access key",
		markers: ["sc_", "ext_", "scauth_", "authress_"],
		pattern:
			"(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}[.][A-Za-z0-9]{4,6}[.]acc[_-][A-Za-z0-9-]{10,32}[.][A-Za-z0-9+/_=-]{30,120}",
		boundary: "base64",
		source: "gitleaks, Betterleaks",
	},
	{
		id: "private-key",
		title: "a private key",
		markers: ["-----BEGIN "],
		pattern:
			"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:\\\\[nr]|[\\s\"',]){0,20}[A-Za-z0-9+/=]{20,100}",
		boundary: "none",
		body: "[A-Za-z0-9+/=]{20,100}$",
		source: "RFC 7468; gitleaks, Betterleaks",
	},
	{
		id: "base64-private-key",
		title: "a private key in Base64",
		markers: ["LS0tLS1CRUdJTi"],
		pattern: "LS0tLS1CRUdJTi[A-Za-z0-9+/]{60,16000}={0,2}",
		boundary: "base64",
		source: "RFC 7468; Titus",
	},
	{
		id: "pem-public",
		title: "a public key or certificate",
		markers: ["-----BEGIN "],
		pattern:
			"-----BEGIN (?:(?:RSA |EC |SSH2 )?PUBLIC KEY|PGP PUBLIC KEY BLOCK|(?:TRUSTED )?CERTIFICATE)-----",
		boundary: "none",
		sort: "public",
		source: "RFC 7468",
	},
	{
		id: "age-identity",
		title: "an age identity",
		markers: ["AGE-SECRET-KEY-1"],
		pattern: "AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}",
		source: "age-encryption.org; gitleaks, Betterleaks",
	},
	{
		id: "age-recipient",
		title: "an age recipient",
		markers: ["age1"],
		pattern: "age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}",
		sort: "public",
		source: "age-encryption.org; Titus",
	},
	{
		id: "ssh-public-key",
		title: "an SSH public key",
		markers: [
			"ssh-rsa AAAA",
			"ssh-ed25519 AAAA",
			"ssh-dss AAAA",
			"ecdsa-sha2-nistp",
		],
		pattern:
			"(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-nistp[0-9]{3}) AAAA[A-Za-z0-9+/]{40,2000}={0,3}",
		boundary: "base64",
		sort: "public",
		source: "RFC 4253",
	},
	{
		id: "jwt",
		title: "a JSON Web Token",
		markers: ["eyJ"],
		pattern:
			"eyJ[A-Za-z0-9_-]{10,4000}[.]eyJ[A-Za-z0-9_-]{10,8000}[.][A-Za-z0-9_-]{10,2000}",
		checksum: "jwt",
		source: "RFC 7519",
	},
	{
		id: "turnstile-site-key",
		title: "a Turnstile site key",
		markers: ["0x4AAAAAA"],
		pattern: "0x4AAAAAA[A-Za-z0-9_-]{14,16}",
		near: "site|turnstile|public",
		sort: "public",
		source: "developers.cloudflare.com/turnstile",
	},
	{
		id: "recaptcha-site-key",
		title: "a reCAPTCHA site key",
		markers: ["6L"],
		pattern: "6L[A-Za-z0-9_-]{38}",
		near: "site|public",
		sort: "public",
		source: "developers.google.com/recaptcha",
	},
	{
		id: "recaptcha-secret-key",
		title: "a reCAPTCHA secret key",
		markers: ["6L"],
		pattern: "6L[A-Za-z0-9_-]{38}",
		near: "captcha[a-z_-]*(?:secret|private)|secret[a-z_-]*captcha",
		source: "developers.google.com/recaptcha",
	},
];
