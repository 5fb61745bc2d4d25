package address_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestSocketaddress(t *testing.T) {
	transcript.Run(t, "socketaddress", func(x *transcript.T) {
		type options = net2.SocketAddressOptions
		log := x.Track("address")
		make := func(o options) {
			err := scene.Thrown(func() {
				a := net2.NewSocketAddress(o)
				text, err := json.Marshal(a)
				require.NoError(x, err)
				log(a.Address(), a.Port(), a.Family(), a.Flowlabel(), string(text))
			})
			if err.Name != "" {
				log(err.Name, err)
			}
		}
		make(options{})
		make(options{Family: "ipv6"})
		make(options{Family: "IPv6", Port: 80})
		make(options{Family: "IPV4", Address: "1.2.3.4", Port: 65535})
		make(options{Flowlabel: 7})
		for _, address := range []string{"::1", "0:0:0:0:0:0:0:1", "::FFFF:1.2.3.4", "::1.2.3.4", "::1:2", "::ffff:0:1.2.3.4", "fe80::1%lo",
			"2001:db8:0:0:1:0:0:1", "2001:db8:0:1:1:1:1:1", "1:0:0:0:0:0:0:0"} {
			make(options{Family: "ipv6", Address: address, Flowlabel: 1048575})
		}
		make(options{Address: "name"})
		make(options{Address: "::1"})
		make(options{Address: "1.2.3.4", Family: "ipv6"})
		make(options{Address: "01.2.3.4"})
		make(options{Family: "ipv5"})
		make(options{Port: 65536})
		make(options{Port: -1})
		make(options{Flowlabel: -1})
		make(options{Family: "ipv6", Flowlabel: 4294967296})
	})
}
