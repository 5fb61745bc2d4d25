package serve

import (
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"
)

// asServer makes the test binary the serve command: servers are processes of
// their own in the tests too.
const asServer = "BENCH_TEST_SERVE"

func TestMain(m *testing.M) {
	if os.Getenv(asServer) != "" {
		if err := Main(os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}
