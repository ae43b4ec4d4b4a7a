import {
  defineIssues,
  type InputIssueDetails,
  type IssueOf,
  inputIssueTexts,
  type Result,
} from '@aftercare/core/foundation';
import { chineseType, englishType, type TypeSummary } from '../factType/index.js';

/** Details of every issue that `@aftercare/rules` can find, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type RuleIssueDetails = InputIssueDetails & {
  /** A limit on the size of a document; see `LoadLimits`. */
  limit_exceeded: { readonly limit: string; readonly maximum: number };
  /** A name that every object of JavaScript has already, such as `constructor`. */
  forbidden_name: { readonly name: string };
  /** A name that two rules, or two groups, share; `first` is the place of the first one. */
  duplicate_name: { readonly name: string; readonly first: string };
  /** The fact catalogue has no such fact. */
  unknown_fact: { readonly fact: string; readonly suggestion?: string };
  /** Neither one of the ten operators nor a registered one. */
  unknown_operator: { readonly operator: string; readonly suggestion?: string };
  /** A word before the colon of an operator that is no decorator. */
  unknown_decorator: { readonly decorator: string; readonly suggestion?: string };
  /** The document has no such named condition. */
  unknown_condition: { readonly condition: string; readonly suggestion?: string };
  /** The document has no such rule. */
  unknown_rule: { readonly rule: string; readonly suggestion?: string };
  /** Named conditions that refer to each other in a circle. */
  circular_condition: { readonly cycle: readonly string[] };
  /** A condition without `all`, `any`, `not`, `condition` or `fact`, so that it says nothing. */
  no_condition: { readonly keys: readonly string[] };
  /** A condition with two of `all`, `any`, `not`, `condition`, `fact`: json-rules-engine would read one and drop the other. */
  mixed_condition: { readonly keys: readonly string[] };
  /** The root of a rule's or named condition's conditions is a bare comparison. */
  comparison_at_root: { readonly fact: string };
  /** `any` of nothing: json-rules-engine holds it true. */
  empty_any: object;
  /** Functions and parameters that json-rules-engine knows and that are not data: `onSuccess`, `params` of a condition. */
  not_supported: { readonly key: string };
  /** An event type that json-rules-engine cannot emit. */
  reserved_event_type: { readonly type: string };
  /** A path that is not of the form `$.a.b[0]['c']`. */
  invalid_path: { readonly received: string };
  /** A path that cannot exist in the fact's value. */
  impossible_path: { readonly fact: string; readonly path: string; readonly within: TypeSummary };
  /** An operator that does not fit the type of the fact, or of the items of it. */
  operator_mismatch: { readonly operator: string; readonly fact: string; readonly type: TypeSummary };
  /** An operator that does not fit the value that the rule states. */
  operator_value_mismatch: { readonly operator: string; readonly received: string };
  /** A value that the fact can never have, or that lies outside its range. */
  value_mismatch: { readonly received: string; readonly fact: string; readonly expected: TypeSummary };
  /** A range whose end is not after its start. */
  empty_range: { readonly from: number; readonly to: number };
  /** A group over a fact that has no order. */
  not_numeric: { readonly fact: string };
  /** A fact that the rules read is absent (or `undefined`) among the facts. */
  missing_fact: { readonly fact: string };
  /** An example of a rule that does not come out as it says. */
  example_failed: { readonly rule: string; readonly expected: 'fires' | 'does_not_fire' };
  /** A fact of a catalogue that may be left out; "not known" is null. */
  optional_fact: { readonly fact: string };
  /** A custom operator with the name of a built-in one, or with a colon in its name. */
  invalid_operator_name: { readonly operator: string };
  /** Generated code was asked for where the host forbids it. */
  generated_code_forbidden: object;
};

/** An issue that `@aftercare/rules` can find. */
export type RuleIssue = IssueOf<RuleIssueDetails>;

/** A {@link Result} whose issues are those of `@aftercare/rules`. */
export type RuleResult<Value> = Result<Value, RuleIssue>;

const meant = (suggestion: string | undefined) =>
  suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
const meantChinese = (suggestion: string | undefined) =>
  suggestion === undefined ? '' : `是否应为“${suggestion}”？`;

/** Makes and formats the issues of `@aftercare/rules`. */
export const ruleIssues = defineIssues<RuleIssueDetails>({
  en: {
    ...inputIssueTexts.en,
    limit_exceeded: ({ limit, maximum }) => `The document exceeds the limit "${limit}" of ${maximum}.`,
    forbidden_name: ({ name }) => `"${name}" is a name of JavaScript itself and cannot be used here.`,
    duplicate_name: ({ name, first }) => `The name "${name}" is taken: ${first} has it.`,
    unknown_fact: ({ fact, suggestion }) => `No fact is called "${fact}".${meant(suggestion)}`,
    unknown_operator: ({ operator, suggestion }) =>
      `No operator is called "${operator}".${meant(suggestion)}`,
    unknown_decorator: ({ decorator, suggestion }) =>
      `No operator decorator is called "${decorator}".${meant(suggestion)}`,
    unknown_condition: ({ condition, suggestion }) =>
      `No named condition is called "${condition}".${meant(suggestion)}`,
    unknown_rule: ({ rule, suggestion }) => `No rule is called "${rule}".${meant(suggestion)}`,
    circular_condition: ({ cycle }) => `Named conditions refer in a circle: ${cycle.join(' → ')}.`,
    no_condition: ({ keys }) =>
      `A condition has one of all, any, not, condition, fact; this one has ${keys.length === 0 ? 'none' : keys.join(', ')}.`,
    mixed_condition: ({ keys }) =>
      `A condition has one of all, any, not, condition, fact; this one has ${keys.join(' and ')}.`,
    comparison_at_root: ({ fact }) =>
      `The outermost condition must be all, any, not or condition; wrap the comparison of "${fact}" in all.`,
    empty_any: () => 'One of no conditions can never hold; "any" needs at least one.',
    not_supported: ({ key }) => `"${key}" is not supported: rules are data, and facts take no parameters.`,
    reserved_event_type: ({ type }) => `"${type}" cannot be the type of an event.`,
    invalid_path: ({ received }) => `Expected a path like $.a.b[0]['c'] and received ${received}.`,
    impossible_path: ({ fact, path, within }) =>
      `The path ${path} cannot exist in the fact "${fact}": it goes into ${englishType(within)}.`,
    operator_mismatch: ({ operator, fact, type }) =>
      `The operator ${operator} does not fit the fact "${fact}": it meets ${englishType(type)}.`,
    operator_value_mismatch: ({ operator, received }) =>
      `The operator ${operator} does not fit the value ${received}.`,
    value_mismatch: ({ received, fact, expected }) =>
      `The fact "${fact}" can never be ${received}: it is ${englishType(expected)}.`,
    empty_range: ({ from, to }) => `The range from ${from} to ${to} (exclusive) is empty.`,
    not_numeric: ({ fact }) => `The fact "${fact}" is not a number, so it has no range.`,
    missing_fact: ({ fact }) => `The fact "${fact}" is missing.`,
    example_failed: ({ rule, expected }) =>
      expected === 'fires'
        ? `The rule "${rule}" does not fire, and its example says that it does.`
        : `The rule "${rule}" fires, and its example says that it does not.`,
    optional_fact: ({ fact }) =>
      `The fact "${fact}" may be left out; make it nullable instead: a missing fact is an error, null is a value.`,
    invalid_operator_name: ({ operator }) =>
      `"${operator}" cannot be the name of an operator: it is taken, empty or has a colon.`,
    generated_code_forbidden: () =>
      'This host forbids code made from strings; use the strategy "closures" or "auto".',
  },
  'zh-CN': {
    ...inputIssueTexts['zh-CN'],
    limit_exceeded: ({ limit, maximum }) => `文档超出限制“${limit}”：最多 ${maximum}。`,
    forbidden_name: ({ name }) => `“${name}”是 JavaScript 自身的名称，不能用在此处。`,
    duplicate_name: ({ name, first }) => `名称“${name}”已被 ${first} 使用。`,
    unknown_fact: ({ fact, suggestion }) => `没有名为“${fact}”的事实。${meantChinese(suggestion)}`,
    unknown_operator: ({ operator, suggestion }) =>
      `没有名为“${operator}”的运算符。${meantChinese(suggestion)}`,
    unknown_decorator: ({ decorator, suggestion }) =>
      `没有名为“${decorator}”的运算符修饰词。${meantChinese(suggestion)}`,
    unknown_condition: ({ condition, suggestion }) =>
      `没有名为“${condition}”的条件。${meantChinese(suggestion)}`,
    unknown_rule: ({ rule, suggestion }) => `没有名为“${rule}”的规则。${meantChinese(suggestion)}`,
    circular_condition: ({ cycle }) => `命名条件循环引用：${cycle.join(' → ')}。`,
    no_condition: ({ keys }) =>
      `一个条件须有 all、any、not、condition、fact 之一，此处${keys.length === 0 ? '什么也没有' : `只有 ${keys.join('、')}`}。`,
    mixed_condition: ({ keys }) =>
      `一个条件只能有 all、any、not、condition、fact 之一，此处有 ${keys.join('、')}。`,
    comparison_at_root: ({ fact }) =>
      `最外层条件须为 all、any、not 或 condition；请把对“${fact}”的比较放进 all。`,
    empty_any: () => '“any”至少需要一个条件，空的“any”永远不成立。',
    not_supported: ({ key }) => `不支持“${key}”：规则是数据，事实不带参数。`,
    reserved_event_type: ({ type }) => `“${type}”不能用作事件类型。`,
    invalid_path: ({ received }) => `路径形如 $.a.b[0]['c']，收到 ${received}。`,
    impossible_path: ({ fact, path, within }) =>
      `事实“${fact}”中不可能有路径 ${path}：它进入了${chineseType(within)}。`,
    operator_mismatch: ({ operator, fact, type }) =>
      `运算符 ${operator} 不适用于事实“${fact}”：遇到的是${chineseType(type)}。`,
    operator_value_mismatch: ({ operator, received }) => `运算符 ${operator} 不适用于值 ${received}。`,
    value_mismatch: ({ received, fact, expected }) =>
      `事实“${fact}”不可能为 ${received}：它是${chineseType(expected)}。`,
    empty_range: ({ from, to }) => `从 ${from} 到 ${to}（不含）的范围是空的。`,
    not_numeric: ({ fact }) => `事实“${fact}”不是数字，没有范围。`,
    missing_fact: ({ fact }) => `缺少事实“${fact}”。`,
    example_failed: ({ rule, expected }) =>
      expected === 'fires'
        ? `规则“${rule}”没有触发，而示例说它会触发。`
        : `规则“${rule}”触发了，而示例说它不会触发。`,
    optional_fact: ({ fact }) => `事实“${fact}”可以省略；请改为可为 null：缺少事实是错误，null 是值。`,
    invalid_operator_name: ({ operator }) => `“${operator}”不能用作运算符名称：已被占用、为空或含冒号。`,
    generated_code_forbidden: () => '此环境禁止由字符串生成代码，请用策略“closures”或“auto”。',
  },
});
