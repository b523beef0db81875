const table = Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) {
		value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	}
	return value >>> 0;
});

/** The CRC-32 of a text of ASCII characters, as zip and PNG have it. */
export function crc32(text: string): number {
	let crc = 0xffffffff;
	for (let index = 0; index < text.length; index += 1) {
		const byte = (crc ^ text.charCodeAt(index)) & 0xff;
		crc = (crc >>> 8) ^ (table[byte] ?? 0);
	}
	return (crc ^ 0xffffffff) >>> 0;
}

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A number with digits, upper-case and lower-case letters, padded to six characters: how GitHub and npm end their tokens. */
export function base62(value: number): string {
	let digits = "";
	for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) {
		digits = BASE62.charAt(rest % 62) + digits;
	}
	return digits.padStart(6, "0");
}

/** A number as eight hexadecimal digits. */
export function hex32(value: number): string {
	return value.toString(16).padStart(8, "0");
}

/** The same with the least significant byte first, as Grafana writes it. */
export function hex32LittleEndian(value: number): string {
	const [a = "", b = "", c = "", d = ""] = hex32(value).match(/../g) ?? [];
	return `${d}${c}${b}${a}`;
}
