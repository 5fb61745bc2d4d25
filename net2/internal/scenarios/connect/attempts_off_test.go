package connect_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAttemptsOff(t *testing.T) {
	onLinux(t)
	transcript.Run(t, "attempts_off", func(x *transcript.T) {
		c := x.Track("client")
		server := scene.Serve(x, net2.ServerOptions{}, nil)
		lookup := func(_ string, options net2.LookupOptions, cb func(error, []net2.LookupAddress)) {
			var all any
			if options.All {
				all = true
			}
			c("asked for", orNull(options.Family), int(options.Hints), all)
			found := []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}, {Address: "127.0.0.2", Family: 4}}
			if !options.All {
				found = found[:1]
			}
			cb(nil, found)
		}
		type step struct {
			what    string
			options net2.ConnectOptions
			before  func()
		}
		steps := []step{
			{"off", net2.ConnectOptions{NoAutoSelectFamily: true}, nil},
			{"family", net2.ConnectOptions{Family: 4}, nil},
			{"hints", net2.ConnectOptions{Family: 6, Hints: net2.HintV4Mapped | net2.HintAll}, nil},
			{"local address", net2.ConnectOptions{LocalAddress: "127.0.0.1"}, nil},
			{"default off", net2.ConnectOptions{}, func() { net2.SetDefaultAutoSelectFamily(false) }},
			{"on", net2.ConnectOptions{AutoSelectFamily: true}, nil},
		}
		var next func(port, i int)
		next = func(port, i int) {
			if i == len(steps) {
				net2.SetDefaultAutoSelectFamily(true)
				return
			}
			s := steps[i]
			if s.before != nil {
				s.before()
			}
			client := scene.NewSocket(x)
			client.OnLookup(func(err error, ip string, family int, _ string) { c(s.what, "lookup", err, ip, family) })
			client.OnError(func(err error) {
				e := err.(*net2.Error)
				c(s.what, "error", e.Code, e.Message)
			})
			client.OnClose(func(bool) {
				var attempted any
				if a := client.AutoSelectFamilyAttemptedAddresses(); a != nil {
					attempted = strings.Join(a, " ")
				}
				c(s.what, "attempted", attempted)
				next(port, i+1)
			})
			s.options.Host, s.options.Port, s.options.Lookup = "several.example", port, lookup
			client.ConnectWith(s.options)
		}
		scene.Listen(server, func() {
			port := scene.Port(x, server, "PORT")
			server.Close(func(error) { next(port, 0) })
		})
	})
}
