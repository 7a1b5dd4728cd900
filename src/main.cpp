#include "cli/run.hpp"

int main(int argc, char** argv) { return miglint::run(argc, argv); }
