# Files become bytes of the program, ready where they lie: the library needs no data files at run time.
# aloud_embed_files(<folder> <pattern> <function> <header>): std::string_view <function>(name), which <header> declares, returns what
# the file of that name (without its extension) in <folder> holds, empty if there is none.
function(aloud_embed_files folder pattern function header)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/${pattern})
  list(SORT files)
  set(symbols "")
  set(cases "")
  foreach(file ${files})
    get_filename_component(name ${file} NAME_WE)
    string(MAKE_C_IDENTIFIER "aloud_${function}_${name}" symbol)
    string(APPEND symbols "asm(\".pushsection .rodata\\n.balign 8\\n.global ${symbol}\\n.hidden ${symbol}\\n${symbol}:\\n\"\n"
                          "    \".incbin \\\"${file}\\\"\\n.global ${symbol}_end\\n.hidden ${symbol}_end\\n${symbol}_end:\\n.popsection\\n\");\n"
                          "extern \"C\" __attribute__((visibility(\"hidden\"))) const char ${symbol}[];\n"
                          "extern \"C\" __attribute__((visibility(\"hidden\"))) const char ${symbol}_end[];\n")
    string(APPEND cases "  if (name == \"${name}\") return {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})};\n")
  endforeach()
  set(head "#include \"${header}\"\n\n${symbols}\nnamespace aloud {\n\n")
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY
       CONTENT "${head}std::string_view ${function}(std::string_view name) {\n${cases}  return {};\n}\n\n}  // namespace aloud\n")
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(aloud PRIVATE ${source})
endfunction()
