package io.dateline.enrich.story;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Writes a name by the sounds of its consonants, so that "Virginia", "Вирджиния" and "バージニア" get
 * one key. Vowels, doubled sounds and what is often not written or heard are left out; consonants
 * that languages swap (b/v/w/f/p, l/r, d/t, g/k, s/z/sh/ch/j) are one class. Latin, Cyrillic, Greek
 * and kana are read.
 */
final class SoundKey {

  /** Most classes in a key; what follows is often an ending. */
  static final int MAX_SOUNDS = 4;

  private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ";
  private static final String[] CYRILLIC_LATIN = {
    "a", "b", "v", "g", "d", "e", "e", "j", "s", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
    "t", "u", "f", "h", "s", "s", "s", "s", "", "i", "", "e", "u", "a", "i", "i", "e", "g", "u",
    "i", "l", "n", "s", "s", "s"
  };
  private static final String GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω";
  private static final String GREEK_LATIN = "abgdesitiklmnsoprsstifhso";

  /** Consonants of the katakana, by code point from U+30A1 (small a); a blank is a vowel. */
  private static final String KATAKANA =
      "          kkkkkkkkkkssssssssssttss ssttttnnnn"
          + "nhpphppfpphpphppmmmmm      lllll wwwwnv  vvvv";

  private SoundKey() {}

  /** The key of a word; empty when it has no consonant or its script is not read. */
  static String of(String word) {
    String latin = latin(word);
    StringBuilder key = new StringBuilder(MAX_SOUNDS);
    char before = 0;
    for (int i = 0; i < latin.length() && key.length() < MAX_SOUNDS; i++) {
      char sound = sound(latin, i);
      if (sound != 0 && sound != before) {
        key.append(sound);
      }
      before = sound == 0 && isMute(latin.charAt(i)) ? before : sound;
    }
    return key.toString();
  }

  private static boolean isMute(char c) {
    return c == 'h';
  }

  private static char sound(String s, int i) {
    char next = i + 1 < s.length() ? s.charAt(i + 1) : 0;
    return switch (s.charAt(i)) {
      case 'b', 'v', 'f', 'p' -> 'p';
      case 'w' -> isVowel(next) ? 'p' : 0;
      case 'l' -> 'r';
      case 'r' -> isVowel(next) || next == 'r' ? 'r' : 0;
      case 'd', 't' -> softened(next, "sjz") ? 0 : 't';
      case 'm' -> next == 'p' || next == 'b' ? 'n' : 'm';
      case 'n' -> 'n';
      case 's', 'z', 'j' -> 's';
      case 'c' -> next == 'e' || next == 'i' || next == 'h' || next == 'y' ? 's' : 'k';
      case 'g' -> velar(s, i, next);
      case 'k', 'q' -> 'k';
      default -> 0;
    };
  }

  private static boolean softened(char next, String by) {
    return next != 0 && by.indexOf(next) >= 0;
  }

  /** g: silent in "Washington", soft in "Virginia", else hard. */
  private static char velar(String s, int i, char next) {
    if (i > 0 && s.charAt(i - 1) == 'n' && !isVowel(next)) {
      return 0;
    }
    return next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }

  /** Lower-case Latin letters without marks; other scripts letter by letter. */
  static String latin(String word) {
    StringBuilder out = new StringBuilder(word.length() + 4);
    String lower = word.toLowerCase(Locale.ROOT);
    String plain = isKana(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD);
    for (int i = 0; i < plain.length(); i++) {
      append(plain.charAt(i), out);
    }
    return out.toString();
  }

  private static boolean isKana(String word) {
    return !word.isEmpty() && word.charAt(0) >= 0x3040 && word.charAt(0) <= 0x30ff;
  }

  private static void append(char c, StringBuilder out) {
    int cyrillic = c >= 0x400 && c < 0x500 ? CYRILLIC.indexOf(c) : -1;
    int greek = c >= 0x370 && c < 0x400 ? GREEK.indexOf(c) : -1;
    if (c == 'x') {
      out.append("ks");
    } else if (c >= 'a' && c <= 'z') {
      out.append(c);
    } else if (cyrillic >= 0) {
      out.append(CYRILLIC_LATIN[cyrillic]);
    } else if (greek >= 0) {
      out.append(GREEK_LATIN.charAt(greek));
    } else if (c >= 0x30a1 && c < 0x30a1 + KATAKANA.length()) {
      appendKana(c, out);
    } else {
      out.append(
          switch (c) {
            case 'ß' -> "ss";
            case 'æ', 'œ', 'ø', 'ı' -> "e";
            case 'ð', 'đ', 'þ' -> "t";
            case 'ł' -> "l";
            default -> "";
          });
    }
  }

  private static void appendKana(char c, StringBuilder out) {
    char kana = KATAKANA.charAt(c - 0x30a1);
    boolean small = "ァィェォ".indexOf(c) >= 0;
    int last = out.length() - 1;
    if (small && last >= 0 && out.charAt(last) == 'u') {
      out.setCharAt(last, 'w');
    }
    if (kana != ' ') {
      out.append(kana);
    }
    if (c == 'ウ') {
      out.append('u');
    } else if (c != 'ン') {
      out.append('a');
    }
  }
}
