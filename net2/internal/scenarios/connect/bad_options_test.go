package connect_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestBadOptions(t *testing.T) {
	transcript.Run(t, "bad_options", func(x *transcript.T) {
		c := x.Track("client")
		use := func(what string, options net2.ConnectOptions) {
			options.Port, options.Host = 9, "localhost"
			err := scene.Thrown(func() { scene.ConnectWith(x, options).Destroy() })
			if err.Name != "" {
				c(what, err.Name, err)
			} else {
				c(what, "fine")
			}
		}
		const ms = time.Millisecond
		use("family", net2.ConnectOptions{Family: 5})
		use("hints", net2.ConnectOptions{Hints: 3333})
		use("all hints", net2.ConnectOptions{Hints: net2.HintAddrConfig | net2.HintAll | net2.HintV4Mapped})
		use("attempt timeout", net2.ConnectOptions{AutoSelectFamilyAttemptTimeout: -1 * ms})
		use("long attempt timeout", net2.ConnectOptions{AutoSelectFamilyAttemptTimeout: 2147483648 * ms})
		use("short attempt timeout", net2.ConnectOptions{AutoSelectFamilyAttemptTimeout: ms})
	})
}
