package connect_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAttemptsAllFail(t *testing.T) {
	onLinux(t) // 127.0.0.2
	transcript.Run(t, "attempts_all_fail", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		scene.Listen(server, func() {
			port := scene.Port(x, server, "PORT")
			server.Close(func(error) {
				lookup := func(host string, options net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
					c("asked for", host, orNull(options.Family), int(options.Hints), options.All)
					cb(nil, []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}, {Address: "127.0.0.2", Family: 4},
						{Address: "127.0.0.1", Family: 4}, {Address: "::1", Family: 6}, {Address: "127.0.0.3", Family: 4}})
				}
				client := scene.NewSocket(x)
				client.OnLookup(func(err error, ip string, family int, host string) { c("lookup", err, ip, family, host) })
				watchAttempts(c, client)
				client.OnError(func(err error) {
					e := err.(*net2.Error)
					c("error", "AggregateError", e.Code, e.Message)
					for _, err := range e.Errors {
						var one *net2.Error
						require.True(x, errors.As(err, &one))
						c("one", one, one.Syscall, one.Address, one.Port)
					}
					c("attempted", strings.Join(client.AutoSelectFamilyAttemptedAddresses(), " "))
				})
				client.OnClose(scene.Close(c))
				client.ConnectWith(net2.ConnectOptions{Host: "several.example", Port: port, Lookup: lookup})
				c("connect returned", client.Connecting())
			})
		})
	})
}
