<?xml version="1.0"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
<lexeme role="noun"><grapheme>GIF</grapheme><phoneme>dʒɪf</phoneme></lexeme>
<lexeme><grapheme>NN</grapheme><alias>no name</alias></lexeme>
</lexicon>
