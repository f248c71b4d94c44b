import type { Random } from "./random";

const FIRST_NAMES =
  "Amelie Anna Aylin Ben Birgit Carla Chiara Christian Clara David Deniz Elena Elif Emil Emma Erik Fatma Felix Finn Frieda Georg Hanna Helene Henrik Ida Ines Jakob Jana Jonas Julia Kaan Karin Katja Klara Lara Lars Lea Leon Lina Linh Luca Luise Magda Malte Mara Marie Martin Mats Max Maya Mehmet Merle Mia Milan Mina Moritz Nadia Neele Nico Nina Noah Ola Oskar Paul Paula Pia Piotr Rana Robert Ronja Samir Sara Selin Simon Sofia Stefan Svea Tarek Theo Thea Tilda Tim Tom Uta Vera Viktor Yusuf Zoe".split(
    " ",
  );
const LAST_NAMES =
  "Adler Ahrens Albrecht Arslan Bachmann Bauer Becker Berg Binder Brandt Busch Demir Dietrich Ebert Eriksen Falk Fischer Frank Fuchs Gerlach Graf Haas Hansen Hartmann Hauser Heller Hoang Horn Jansen Kaiser Kaya Keller Kessler Klein Koch Kowalski Krause Kremer Kuhn Lang Lindner Lorenz Marek Meier Moritz Neumann Nguyen Novak Nowak Ott Peters Pohl Quandt Reuter Richter Rossi Roth Sander Schmitt Schubert Schulz Seidel Simons Sommer Stark Stein Tamm Thiele Ullmann Vogel Vogt Wagner Weber Wendt Winter Wolff Yilmaz Zimmer".split(
    " ",
  );

/** Invented full names, none given twice and none of those taken already. */
export function nameSource(random: Random, taken: readonly string[]): () => string {
  const used = new Set(taken);
  return () => {
    for (;;) {
      const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}
