# The few commands one needs; meson does the work.

BUILD ?= _build
MESON_ARGS ?=
FUZZ_SECONDS ?= 60

help:
	@echo 'make run             install what is missing, build, and open Callboard on the sample'
	@echo '                     (without a display: play the story and save pictures)'
	@echo 'make test            install what is missing, build, and run every test, headless'
	@echo 'make build           configure and build in $(BUILD)'
	@echo 'make bench           run the benchmarks against their yardsticks'
	@echo 'make check-asan      run the tests under the address and undefined behaviour sanitizers'
	@echo 'make check-valgrind  run the tests that need no display under valgrind'
	@echo 'make fuzz            run the fuzz targets for a minute each, with clang'
	@echo 'make flatpak         build the Flatpak on a runtime made of Debian packages, and start it'
	@echo 'make deps            install the Debian packages all of the above need'

deps:
	@.ci/deps build test memory

build:
	@.ci/deps build
	@.ci/build $(BUILD) $(MESON_ARGS)

run: build
	@.ci/play $(BUILD)

test:
	@.ci/deps build test
	@.ci/build $(BUILD) $(MESON_ARGS)
	@.ci/test $(BUILD) --timeout-multiplier 3

bench: build
	@.ci/deps bench
	@meson test -C $(BUILD) --benchmark --verbose --num-processes 1

check-asan:
	@.ci/deps build test
	@.ci/build $(BUILD)-asan -Db_sanitize=address,undefined -Db_lundef=false
	@.ci/test $(BUILD)-asan --suite unit --suite channels --suite widgets --setup asan

check-valgrind:
	@.ci/deps build test memory
	@.ci/build $(BUILD) $(MESON_ARGS)
	@.ci/test $(BUILD) --suite unit --suite channels --setup valgrind

fuzz:
	@.ci/deps build test
	@.ci/fuzz $(BUILD)-fuzz $(FUZZ_SECONDS)

flatpak:
	@.ci/deps build flatpak
	@flatpak/build

.PHONY: help deps build run test bench check-asan check-valgrind fuzz flatpak
