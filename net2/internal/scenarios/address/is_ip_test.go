package address_test

import (
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestIsIP(t *testing.T) {
	transcript.Run(t, "is_ip", func(x *transcript.T) {
		log := x.Track("net")
		for _, text := range []string{"127.0.0.1", "255.255.255.255", "256.0.0.1", "01.2.3.4", "1.2.3", "1.2.3.4.5", "1.2.3.4 ", "", "localhost",
			"::", "::1", "::ffff:1.2.3.4", "::1.2.3.4", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::8::",
			":1", "1:", "12345::", "g::", "fe80::1%eth0", "fe80::1%", "[::1]", "::FFFF:0:0", "::1/64", "0x7f.1", "127.1", "1.2.3.4:80"} {
			log(text, net2.IsIP(text), net2.IsIPv4(text), net2.IsIPv6(text))
		}
	})
}
