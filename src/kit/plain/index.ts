/**
 * Pieces on platform elements that run on the server, in React and in Preact: no runtime styles, no state of
 * their own beyond what is open. They decide nothing: texts, verdicts and prices are given to them.
 */
export { Button, ButtonLink, type ButtonProps } from './act/button.tsx';
export { Dialog, type DialogProps, Modal } from './act/dialog.tsx';
export { Menu, type MenuItem, type MenuProps } from './act/menu.tsx';
export { Tip } from './act/tip.tsx';
export { Chip, type Choice, type Place, Segmented, Tabs } from './choose/choose.tsx';
export {
  DecisionPanel,
  type DecisionPanelProps,
  type Fix,
  Fixes,
  type LayerLine,
  Layers,
  type LayerState,
  WhyNot,
} from './decide/decision.tsx';
export { type Change, type Stretch, TimeSlider, type TimeSliderProps } from './decide/time-slider.tsx';
export { type ControlIds, Field, type FieldFrame, FieldGroup } from './field/field.tsx';
export { SelectField, type SelectOption, TextArea, TextField, type TextFieldProps } from './field/inputs.tsx';
export { Checkbox, RadioField, type RadioOption, Switch } from './field/options.tsx';
export { Icon, type IconProps } from './icon/icon.tsx';
export * as icons from './icon/shapes.generated.ts';
export type { Shape } from './icon/shapes.generated.ts';
export { Banner, type BannerProps } from './say/banner.tsx';
export { EmptyState, ErrorState, ForbiddenState, Skeleton, SkeletonRows } from './say/region.tsx';
export { toast, Toasts } from './say/toasts.tsx';
export { Avatar, initials } from './show/avatar.tsx';
export { Badge, type BadgeProps, Badges, type NamedState, type Tone, ToneBadge } from './show/badge.tsx';
export {
  Card,
  type CardProps,
  Facts,
  List,
  ListRow,
  type ListRowProps,
  Rail,
  RailPart,
} from './show/card.tsx';
export {
  InvoicePaper,
  type InvoicePaperLine,
  type InvoicePaperSum,
} from './show/invoice-paper.tsx';
export { Meter, Stat, type StatProps, StatStrip } from './show/stat.tsx';
export { Pager } from './table/pager.tsx';
export { type Column, Table, type TableProps } from './table/table.tsx';
export { DayStrip, Quote, type QuoteLine, type SlotChoice, SlotGrid } from './time/slot-grid.tsx';
export { type Speech, speechOf, SpeechProvider, usePhrase, useSpeech } from './words/speech.tsx';
export { AtText, DayText, DuringText, MinutesText, MoneyText, NameText, TimeText } from './words/values.tsx';
