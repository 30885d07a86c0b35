"""Chinese numerals as court documents write them: 〇, 十, 二十五; never 廿, never padded."""

from datetime import date

DIGITS = "〇一二三四五六七八九"


def chinese_number(number: int) -> str:
    """Write 0 to 9999 in Chinese numerals: 10 → 十, 25 → 二十五, 107 → 一百零七, 1010 → 一千零一十.

    Raises:
        ValueError: if the number is negative or above 9999.
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"no Chinese numeral for {number}")
    if number < 10:
        return DIGITS[number]
    text, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + unit
        gap = not digit
    return text.removeprefix("一") if text.startswith("一十") else text


def chinese_date(day: date) -> str:
    """Write a day as rulings are dated: 二〇二六年十一月二十日."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


def arabic_date(day: date) -> str:
    """Write a day as the body of a document does: 2026年11月5日."""
    return f"{day.year}年{day.month}月{day.day}日"
