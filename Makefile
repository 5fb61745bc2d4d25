# What CI runs, one target a step. `make` alone runs the tests.
GO          ?= go
STATICCHECK  = honnef.co/go/tools/cmd/staticcheck@v0.8.2
SCENARIOS    = ./net2/internal/scenarios/...
FUZZTIME    ?= 30000x

.PHONY: test fmt lint race fuzz difffuzz golden compare bench docs ci

test: ## the README's command
	$(GO) test ./...

fmt: ## rewrite every file as gofmt does
	gofmt -w $$(git ls-files '*.go')

lint: ## formatting, vet on the three systems, a build of 32 bits, staticcheck
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	GOOS=windows $(GO) vet ./...
	GOOS=darwin $(GO) vet ./...
	GOARCH=386 $(GO) build ./...
	$(GO) run $(STATICCHECK) ./...

race: ## the whole suite under the race detector, shuffled, three times
	$(GO) test -race -shuffle=on -count=3 ./...

# Runs are counted: a time that is up can fail a target that found nothing (golang.org/issue/75804).
fuzz: ## every fuzz target, FUZZTIME each
	@set -e; for pkg in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
			echo "fuzz $$pkg $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$pkg; \
		done; \
	done

N           ?= 500
SEED        ?= 1

difffuzz: ## N random programs from SEED on, played by the node on this machine and here; the smallest that differ are shown
	NODENET_DIFFFUZZ=$(SEED):$(N) $(GO) test -count=1 -timeout 60m -v -run '^TestSeeds$$' ./net2/internal/difffuzz

golden: ## record the transcripts again from the node on this machine
	NODENET_GOLDEN=record $(GO) test -count=1 $(SCENARIOS)

compare: ## run every scenario on node and compare with the recorded transcripts
	NODENET_GOLDEN=compare $(GO) test -count=1 $(SCENARIOS)

bench: ## the micro-benchmarks, with allocations
	$(GO) test -run '^$$' -bench . -benchmem ./...

docs: ## write the generated pages docs/api/*.md again
	$(GO) test ./docs/api -update

ci: ## all that CI runs
	bash .ci/run
