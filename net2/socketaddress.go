package net2

import (
	"encoding/json"
	"net"
	"net/netip"
	"strconv"
	"strings"

	"github.com/nodenet/go/events"
)

// SocketAddress is Node's net.SocketAddress: an IP address, a port and, for
// IPv6, a flow label. It never changes and may be used from any goroutine.
type SocketAddress struct {
	ip        netip.Addr
	port      int
	flowlabel int
}

// SocketAddressOptions are the options of Node's new net.SocketAddress.
type SocketAddressOptions struct {
	// Address in text. "": 127.0.0.1, or :: when Family is ipv6.
	Address string
	// Port from 0 to 65535.
	Port int
	// Family is "ipv4" or "ipv6", in small or capital letters. "": ipv4.
	Family string
	// Flowlabel of IPv6, 20 bits; ignored for IPv4.
	Flowlabel int
}

const (
	familyIPv4   = "ipv4"
	familyIPv6   = "ipv6"
	maxFlowlabel = 1<<20 - 1
)

// NewSocketAddress mirrors new net.SocketAddress(options). It panics with
// ERR_INVALID_ARG_VALUE for a family that does not exist, ERR_INVALID_ADDRESS
// for an address that is none of that family, ERR_SOCKET_BAD_PORT and
// ERR_OUT_OF_RANGE (flow label). Any goroutine.
func NewSocketAddress(o SocketAddressOptions) *SocketAddress {
	family := o.Family
	if family == "" {
		family = familyIPv4
	}
	address := o.Address
	switch family = strings.ToLower(family); {
	case family != familyIPv4 && family != familyIPv6:
		throwInvalidProperty("options.family", o.Family)
	case address == "" && family == familyIPv4:
		address = "127.0.0.1"
	case address == "":
		address = "::"
	}
	validatePort("options.port", o.Port)
	switch {
	case o.Flowlabel < 0 || int64(o.Flowlabel) > 1<<32-1:
		panic(events.OutOfRange("options.flowlabel", ">= 0 && <= 4294967295", o.Flowlabel))
	case o.Flowlabel > maxFlowlabel: // Node aborts the process
		panic(events.OutOfRange("options.flowlabel", ">= 0 && <= 1048575", o.Flowlabel))
	}
	ip, ok := parseFamily(address, family)
	if !ok {
		panic(&Error{Name: "Error", Code: "ERR_INVALID_ADDRESS", Message: "Invalid socket address"})
	}
	a := &SocketAddress{ip: ip, port: o.Port}
	if family == familyIPv6 {
		a.flowlabel = o.Flowlabel
	}
	return a
}

// parseFamily reads an address of the family "ipv4" or "ipv6" and drops its zone.
func parseFamily(address, family string) (netip.Addr, bool) {
	ip, err := netip.ParseAddr(address)
	if err != nil || ip.Is4() != (family == familyIPv4) {
		return netip.Addr{}, false
	}
	return ip.WithZone(""), true
}

// ParseSocketAddress reads "1.2.3.4", "1.2.3.4:80", "[::1]" or "[::1]:80", and
// the number forms that URLs allow for IPv4 ("0x7f.1:80"). It returns nil when
// input is none. It mirrors SocketAddress.parse of newer Nodes. Any goroutine.
func ParseSocketAddress(input string) *SocketAddress {
	host, port, ok := cutPort(input)
	if !ok {
		return nil
	}
	if strings.HasPrefix(host, "[") {
		ip, err := netip.ParseAddr(host[1 : len(host)-1])
		if err != nil || !ip.Is6() || ip.Zone() != "" {
			return nil
		}
		return &SocketAddress{ip: ip, port: port}
	}
	ip, ok := parseURLv4(host)
	if !ok {
		return nil
	}
	return &SocketAddress{ip: ip, port: port}
}

// cutPort separates the host, an IPv6 one in its brackets, from the port.
func cutPort(input string) (host string, port int, ok bool) {
	host = input
	rest := ""
	if strings.HasPrefix(input, "[") {
		end := strings.IndexByte(input, ']')
		if end < 0 {
			return "", 0, false
		}
		host, rest = input[:end+1], input[end+1:]
		if rest != "" && rest[0] != ':' {
			return "", 0, false
		}
		rest = strings.TrimPrefix(rest, ":")
	} else {
		host, rest, _ = strings.Cut(input, ":")
	}
	if rest == "" {
		return host, 0, true
	}
	n, err := strconv.ParseUint(rest, 10, 16)
	return host, int(n), err == nil
}

// parseURLv4 reads an IPv4 address as URLs do: one to four numbers, decimal,
// octal (0) or hexadecimal (0x), of which the last fills what is left.
func parseURLv4(host string) (netip.Addr, bool) {
	parts := strings.Split(strings.TrimSuffix(host, "."), ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var value uint64
	for i, part := range parts {
		n, ok := parseURLNumber(part)
		width := 8
		if i == len(parts)-1 {
			width = 8 * (5 - len(parts))
		}
		if !ok || n >= 1<<width {
			return netip.Addr{}, false
		}
		value = value<<width | n
	}
	return netip.AddrFrom4([4]byte{byte(value >> 24), byte(value >> 16), byte(value >> 8), byte(value)}), true
}

func parseURLNumber(text string) (uint64, bool) {
	base := 10
	switch {
	case strings.HasPrefix(text, "0x"), strings.HasPrefix(text, "0X"):
		if text, base = text[2:], 16; text == "" {
			return 0, true
		}
	case len(text) > 1 && text[0] == '0':
		text, base = text[1:], 8
	}
	n, err := strconv.ParseUint(text, base, 33)
	return n, err == nil
}

// Address is the IP in text: socketAddress.address.
func (a *SocketAddress) Address() string { return ipText(a.ip) }

// Port is socketAddress.port.
func (a *SocketAddress) Port() int { return a.port }

// Family is "ipv4" or "ipv6": socketAddress.family.
func (a *SocketAddress) Family() string {
	if a.ip.Is4() {
		return familyIPv4
	}
	return familyIPv6
}

// Flowlabel is socketAddress.flowlabel, 0 for IPv4.
func (a *SocketAddress) Flowlabel() int { return a.flowlabel }

// AddrPort is the address as Go's own packages want it.
func (a *SocketAddress) AddrPort() netip.AddrPort { return netip.AddrPortFrom(a.ip, uint16(a.port)) }

// String is host:port, with the brackets that an IPv6 host needs.
func (a *SocketAddress) String() string { return net.JoinHostPort(a.Address(), strconv.Itoa(a.port)) }

// MarshalJSON gives address, port, family and flowlabel: socketAddress.toJSON().
func (a *SocketAddress) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Address   string `json:"address"`
		Port      int    `json:"port"`
		Family    string `json:"family"`
		Flowlabel int    `json:"flowlabel"`
	}{a.Address(), a.port, a.Family(), a.flowlabel})
}

// ipText differs from netip in the addresses that embed an IPv4 one in all
// zeroes: libuv shows the dotted form ("::1.2.3.4").
func ipText(ip netip.Addr) string {
	b := ip.As16()
	if ip.Is6() && [12]byte(b[:12]) == [12]byte{} && (b[12] != 0 || b[13] != 0) {
		return "::" + netip.AddrFrom4([4]byte(b[12:])).String()
	}
	return ip.String()
}
