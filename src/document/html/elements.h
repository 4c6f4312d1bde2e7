#pragma once

#include <string_view>

namespace aloud {

/// The elements of HTML that reading a page tells apart; `text` is no element, and `other` any that is not named here.
enum class Element : unsigned char {
  text,
  other,
  a,
  abbr,
  acronym,
  address,
  annotation,
  applet,
  area,
  article,
  aside,
  audio,
  b,
  base,
  bdi,
  bdo,
  big,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  col,
  colgroup,
  datalist,
  dd,
  del,
  details,
  dfn,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  kbd,
  label,
  legend,
  li,
  link,
  main,
  map,
  mark,
  math,
  menu,
  meta,
  nav,
  nobr,
  noscript,
  object,
  ol,
  optgroup,
  option,
  output,
  p,
  param,
  picture,
  pre,
  q,
  rp,
  rt,
  ruby,
  s,
  samp,
  script,
  section,
  select,
  small,
  source,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_element,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  tt,
  u,
  ul,
  var,
  video,
  wbr,
};

/// By its name in small letters.
Element element_of_name(std::string_view name);

/// "blockquote"; "text" and "other" for those two.
std::string_view name_of(Element element);

/// Starts a line of its own, so that words on its two sides do not belong together.
bool is_block(Element element);
/// Never has content.
bool is_void(Element element);
/// Goes on, in the parser, behind the end of what it was opened in.
bool is_formatting(Element element);
/// Its content is for machines.
bool is_for_machines(Element element);
/// A field, button or choice of a form.
bool is_control(Element element);
/// 1 to 6 for h1 to h6, else 0.
int heading_level(Element element);

}  // namespace aloud
