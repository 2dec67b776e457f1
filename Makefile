# Two commands do all set-up on a fresh Debian 12 with Swift 6.3:
#   make chat   talk to the example shop
#   make test   run every check
SHELL := /bin/bash
RELEASE := swift build -c release --static-swift-stdlib --scratch-path .build-release
FRONTDESK := .build-release/release/frontdesk
PREFIX ?= /usr/local
MANUAL := .build-release/manual
DATA ?= Tests/FrontdeskEvaluationTests/Data

.PHONY: chat test build manual install bench eval format packages

chat: build ## Talk to the example shop; piped input works too.
	@echo "==> Opening the shop's desk (data in $${XDG_STATE_HOME:-$$HOME/.local/state}/frontdesk)" >&2
	@exec $(FRONTDESK) chat Intents/shop

test: packages ## Build and check everything.
	@.ci/test

build: packages ## Build the release binary.
	@echo "==> Building frontdesk (the first build takes a few minutes)" >&2
	@$(RELEASE) --product frontdesk 1>&2

manual: build ## Write the manual's pages, one for each command, into .build-release/manual.
	@$(RELEASE) --product generate-manual 1>&2
	@rm -rf $(MANUAL) && install -d $(MANUAL)
	@.build-release/release/generate-manual $(FRONTDESK) --multi-page -o $(MANUAL)
	@# To roff an empty line means space, and an apostrophe in front a request.
	@sed -i -e 's/^$$/.Pp/' -e "s/^'/\\\\\&'/" $(MANUAL)/*.1

install: manual ## Install frontdesk, its manual and its shell completions under PREFIX (default /usr/local).
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(FRONTDESK) $(DESTDIR)$(PREFIX)/bin/frontdesk
	install -d $(addprefix $(DESTDIR)$(PREFIX)/share/,bash-completion/completions zsh/site-functions fish/vendor_completions.d)
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 $(MANUAL)/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	$(FRONTDESK) --generate-completion-script bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/frontdesk
	$(FRONTDESK) --generate-completion-script zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_frontdesk
	$(FRONTDESK) --generate-completion-script fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/frontdesk.fish

bench: build ## Measure speed.
	@swift run -c release --static-swift-stdlib --package-path Benchmarks --scratch-path .build-benchmarks bench $(FRONTDESK)

eval: build ## Evaluate the matcher on every data set in DATA, and measure its goals.
	@$(FRONTDESK) eval --goals $(DATA)

format: ## Format the sources.
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

packages:
	@.ci/packages 1>&2
