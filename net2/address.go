package net2

import (
	"net"
	"net/netip"
	"strconv"
	"strings"
)

// AddressInfo is what Node's server.address() and socket.address() return.
type AddressInfo struct {
	Address string // "127.0.0.1", "::1", or the path of a Unix domain socket
	Family  string // "IPv4" or "IPv6"; "" for a path
	Port    int    // 0 for a path
}

// String is host:port, with the brackets that an IPv6 host needs, or the path.
func (a AddressInfo) String() string {
	if a.Family == "" {
		return a.Address
	}
	return net.JoinHostPort(a.Address, strconv.Itoa(a.Port))
}

// addressOf reads a Go address as Node shows it. A socket of the IPv6 family
// that carries IPv4 stays IPv6 ("::ffff:127.0.0.1"), as the kernel reports it;
// Go tells the two apart only by the length of the IP.
func addressOf(addr net.Addr) AddressInfo {
	switch a := addr.(type) {
	case *net.TCPAddr:
		if len(a.IP) == net.IPv4len {
			return AddressInfo{Address: a.IP.String(), Family: "IPv4", Port: a.Port}
		}
		ip, _ := netip.AddrFromSlice(a.IP)
		return AddressInfo{Address: ip.WithZone(a.Zone).String(), Family: "IPv6", Port: a.Port}
	}
	return AddressInfo{} // a path: Node tells the server's only
}

// IsIP returns 6 for an IPv6 address, 4 for an IPv4 address in dotted-decimal
// notation without leading zeroes, else 0: Node's net.isIP. Any goroutine.
func IsIP(input string) int {
	switch ip, err := netip.ParseAddr(input); {
	case err != nil, strings.ContainsFunc(ip.Zone(), notInZone):
		return 0
	case ip.Is4():
		return 4
	default:
		return 6
	}
}

// notInZone tells what Node refuses in an IPv6 zone, and Go does not.
func notInZone(c rune) bool {
	return !('0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '-' || c == '.' || c == ':')
}

// IsIPv4 says whether IsIP is 4: Node's net.isIPv4. Any goroutine.
func IsIPv4(input string) bool { return IsIP(input) == 4 }

// IsIPv6 says whether IsIP is 6: Node's net.isIPv6. Any goroutine.
func IsIPv6(input string) bool { return IsIP(input) == 6 }
