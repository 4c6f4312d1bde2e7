#include "language/formulas/mathml_parser.h"

#include <gtest/gtest.h>

#include "language/formulas/formula_words.h"

namespace aloud {
namespace {

std::string said(std::string_view mathml) {
  return formula_words(parse_mathml(mathml), "en", [](std::string_view plain) { return std::string(plain); });
}

struct Case {
  const char* mathml;
  const char* words;
};

TEST(Mathml, IsSaidAsTexIs) {
  const Case cases[] = {
      {"<math><mi>x</mi></math>", "x"},
      {"<math><msup><mi>x</mi><mn>2</mn></msup></math>", "x squared"},
      {"<math><mfrac><mi>x</mi><mi>y</mi></mfrac></math>", "x over y"},
      {"<math><mfrac><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mi>y</mi></mfrac></math>",
       "the fraction with numerator x plus 1, and denominator y"},
      {"<math><msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt></math>", "the square root of x plus 1"},
      {"<math><mroot><mi>x</mi><mn>3</mn></mroot></math>", "the cube root of x"},
      {"<math><msub><mi>x</mi><mi>i</mi></msub></math>", "x sub i"},
      {"<math><munderover><mo>&#x2211;</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi></math>",
       "the sum from i equals 1 to n of i"},
      {"<math><msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>x</mi><mi>d</mi><mi>x</mi></math>",
       "the integral from 0 to 1 of x d x"},
      {"<math><mi>f</mi><mo>&#8289;</mo><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow></math>", "f of x"},
      {"<math><mi>sin</mi><mi>x</mi></math>", "sine x"},
      {"<math><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo></math>", "open paren x comma y close paren"},
      {"<math><mfenced><mi>x</mi><mi>y</mi></mfenced></math>", "open paren x comma y close paren"},
      {"<math><mfenced open=\"[\" close=\"]\"><mi>x</mi><mi>y</mi></mfenced></math>", "open bracket x comma y close bracket"},
      {"<math><mover><mi>x</mi><mo>^</mo></mover></math>", "x hat"},
      {"<math><mover accent=\"true\"><mi>v</mi><mo>&rarr;</mo></mover></math>", "vector v"},
      {"<math><mo>|</mo><mi>x</mi><mo>|</mo></math>", "the absolute value of x"},
      {"<math><mi>&alpha;</mi><mo>&le;</mo><mn>1,000</mn></math>", "alpha is less than or equal to 1000"},
      {"<math><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac></math>", "n choose k"},
      {"<math><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</"
       "mn></mtd>"
       "</mtr></mtable><mo>)</mo></math>",
       "the 2 by 2 matrix, row 1, 1, 2, row 2, 3, 4"},
      {"<math><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mtext>else</mtext></mtd></mtr></mtable></math>",
       "1 cases, case 1, 1, else"},
      {"<math><mtable columnalign=\"right "
       "left\"><mtr><mtd><mi>x</mi></mtd><mtd><mo>=</mo><mn>1</mn></mtd></mtr><mtr><mtd><mi>y</mi>"
       "</mtd><mtd><mo>=</mo><mn>2</mn></mtd></mtr></mtable></math>",
       "2 lines, line 1, x equals 1, line 2, y equals 2"},
      {"<math><semantics><mrow><mi>x</mi></mrow><annotation encoding=\"application/x-tex\">x</annotation></semantics></math>",
       "x"},
      {"<m:math xmlns:m=\"http://www.w3.org/1998/Math/MathML\"><m:mi>x</m:mi></m:math>", "x"},
      {"<math><mtext>if </mtext><mi>x</mi></math>", "if x"},
      {"<math><mphantom><mi>x</mi></mphantom><mi>y</mi><mspace width=\"2em\"/><!-- no --><mi>z</mi></math>", "y, z"},
      {"", ""},
      {"<math><mi>x", "x"},
      {"<math><msup><mi>x</mi></msup>", "x"},
      {"</mrow></math>", ""},
      {"<math><mn>1<mn>2</math>", "12"},
  };
  for (const Case& one : cases) EXPECT_EQ(said(one.mathml), one.words) << one.mathml;
}

TEST(Mathml, IsHarmlessForBombs) {
  for (const char* piece : {"<mrow>", "<mfrac><mi>x</mi>", "<msqrt>", "<mo>(</mo>", "<mphantom>", "</mrow>", "<", "<mi",
                            "&alpha", "<mtable>", "<mo>{</mo><mtable>", "<mfenced open=\"", "<!--"}) {
    std::string text = "<math>";
    for (int i = 0; i < 10'000; ++i) text += piece;
    said(text);
  }
}

}  // namespace
}  // namespace aloud
