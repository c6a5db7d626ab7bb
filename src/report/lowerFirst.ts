/** Lets a condition follow "holds when …", unless its first word is a name or an abbreviation. */
export const lowerFirst = (sentence: string): string =>
  /^(?:The|A|An|It|Its|Only|There|They|This|That|No|Nothing|Some|Every|When|With|Without|Whoever)\b/.test(
    sentence,
  )
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
