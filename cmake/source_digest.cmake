# cmake -DSOURCE_DIR=… -DOUTPUT=… -P source_digest.cmake
#
# Writes a C++ file whose source_digest() is a digest of the names and contents of all sources that shape what is heard. The
# command line and the batch only say what is rendered.
file(GLOB_RECURSE sources RELATIVE ${SOURCE_DIR} ${SOURCE_DIR}/*.cpp ${SOURCE_DIR}/*.h ${SOURCE_DIR}/*.txt
     ${SOURCE_DIR}/*.css ${SOURCE_DIR}/*.js ${SOURCE_DIR}/*.weights)
list(FILTER sources EXCLUDE REGEX "^(cli|batch)/|CMakeLists\\.txt$")
list(SORT sources)
set(all "")
foreach(source ${sources})
  file(SHA256 ${SOURCE_DIR}/${source} digest)
  string(APPEND all "${digest} ${source}\n")
endforeach()
string(SHA256 digest "${all}")
file(WRITE ${OUTPUT} "#include \"batch/source_digest.h\"\n\nnamespace aloud {\n\n\
std::string_view source_digest() { return \"${digest}\"; }\n\n}  // namespace aloud\n")
