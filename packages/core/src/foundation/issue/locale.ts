/** The languages in which this library speaks to people: English and simplified Chinese. */
export type Locale = 'en' | 'zh-CN';
