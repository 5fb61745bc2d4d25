package js_test

import (
	"os"
	"testing"

	"github.com/dop251/goja"
	"go.uber.org/goleak"

	"github.com/nodenet/go/net2/js"
	"github.com/nodenet/go/net2/loop"
)

// asNode makes this program run a file as nodenet does: the children that programs of the tests start are it.
const asNode = "NODENET_AS_NODE"

func TestMain(m *testing.M) {
	if os.Getenv(asNode) != "" {
		env := js.Enable(goja.New(), loop.Default(), js.Options{Args: os.Args[2:], Channel: true})
		os.Exit(env.Run(os.Args[1]))
	}
	_ = os.Setenv(asNode, "1")
	goleak.VerifyTestMain(m)
}
