/**
 * What a problem does to the person who has it.
 * `rejected`: the client refuses the whole file. `skipped`: it drops this server, rule, hook or setting, says so somewhere and loads the rest.
 * `inert`: it accepts or loses it in silence, and it does not do what it says. `exposed`: a credential can be read by everyone who has the
 * file. `risky`: it works, and gives away more than it should, or breaks later.
 */
export type Effect = "rejected" | "skipped" | "inert" | "exposed" | "risky";
