package net2

import (
	"net"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/nodenet/go/events"
)

// BlockList is Node's net.BlockList: rules that name IP addresses. As an
// option of a server it turns clients away, as an option of a socket it
// forbids destinations; [BlockList.Check] asks it directly. An IPv4 rule also
// holds for the same address written as IPv6 (::ffff:1.2.3.4), and the other
// way round. The zero value is an empty list. Any goroutine may use it at any
// time, also while servers do.
//
// Each method has a family argument, "ipv4" or "ipv6" in any case, and without
// it takes IPv4, as in Node. The forms named Socket… take a [SocketAddress],
// which knows its family; its port does not count.
type BlockList struct {
	mu        sync.RWMutex
	addresses map[[16]byte]struct{}
	spans     []span
	rules     []string // as Rules shows them, oldest first
}

// span is a range or a subnet.
type span struct {
	first, last netip.Addr
	subnet      netip.Prefix // of 16 bytes; valid in a subnet
}

// NewBlockList returns an empty list: new net.BlockList().
func NewBlockList() *BlockList { return &BlockList{} }

// AddAddress adds one address: blockList.addAddress(address, family). It
// panics with ERR_INVALID_ADDRESS when that is none of the family.
func (b *BlockList) AddAddress(address string, family ...string) *BlockList {
	return b.AddSocketAddress(ruleAddress(address, family))
}

// AddSocketAddress is [BlockList.AddAddress] for a SocketAddress.
func (b *BlockList) AddSocketAddress(address *SocketAddress) *BlockList {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.addresses == nil {
		b.addresses = map[[16]byte]struct{}{}
	}
	b.addresses[address.ip.As16()] = struct{}{}
	b.rules = append(b.rules, "Address: "+shownFamily(address)+" "+address.Address())
	return b
}

// AddRange adds the addresses from start to end, both included:
// blockList.addRange(start, end, family). It panics with ERR_INVALID_ADDRESS,
// and with ERR_INVALID_ARG_VALUE when start comes after end.
func (b *BlockList) AddRange(start, end string, family ...string) *BlockList {
	return b.AddSocketRange(ruleAddress(start, family), ruleAddress(end, family))
}

// AddSocketRange is [BlockList.AddRange] for SocketAddresses.
func (b *BlockList) AddSocketRange(start, end *SocketAddress) *BlockList {
	if order, comparable := compareIP(start.ip, end.ip); comparable && order > 0 {
		panic(&Error{Name: "TypeError", Code: "ERR_INVALID_ARG_VALUE",
			Message: "The argument 'start' must come before end. Received " + inspectAddress(start)})
	}
	return b.add(span{first: start.ip, last: end.ip},
		"Range: "+shownFamily(start)+" "+start.Address()+"-"+end.Address())
}

// AddSubnet adds the addresses that share the first prefix bits of network:
// blockList.addSubnet(network, prefix, family). It panics with
// ERR_INVALID_ADDRESS, and with ERR_OUT_OF_RANGE unless prefix is 0 to 32, or
// to 128 for IPv6.
func (b *BlockList) AddSubnet(network string, prefix int, family ...string) *BlockList {
	return b.AddSocketSubnet(ruleAddress(network, family), prefix)
}

// AddSocketSubnet is [BlockList.AddSubnet] for a SocketAddress.
func (b *BlockList) AddSocketSubnet(network *SocketAddress, prefix int) *BlockList {
	most := network.ip.BitLen()
	if prefix < 0 || prefix > most {
		panic(events.OutOfRange("prefix", ">= 0 && <= "+strconv.Itoa(most), prefix))
	}
	subnet := netip.PrefixFrom(netip.AddrFrom16(network.ip.As16()), prefix+128-most)
	return b.add(span{subnet: subnet}, "Subnet: "+shownFamily(network)+" "+network.Address()+"/"+strconv.Itoa(prefix))
}

func (b *BlockList) add(s span, rule string) *BlockList {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.spans = append(b.spans, s)
	b.rules = append(b.rules, rule)
	return b
}

// Check says whether a rule names the address: blockList.check(address,
// family). It is false for what is no address of the family. For a socket's
// peer ask with its family: Check(socket.RemoteAddress(), socket.RemoteFamily()).
func (b *BlockList) Check(address string, family ...string) bool {
	ip, ok := parseFamily(address, strings.ToLower(familyOf(family)))
	return ok && b.blocks(ip)
}

// CheckSocket is [BlockList.Check] for a SocketAddress.
func (b *BlockList) CheckSocket(address *SocketAddress) bool { return b.blocks(address.ip) }

// Rules describes the rules, the newest first: blockList.rules.
func (b *BlockList) Rules() []string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	rules := slices.Clone(b.rules)
	slices.Reverse(rules)
	return rules
}

// blocks is Check for an address without a zone; it allocates nothing.
func (b *BlockList) blocks(ip netip.Addr) bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if _, listed := b.addresses[ip.As16()]; listed {
		return true
	}
	for i := range b.spans {
		if b.spans[i].contains(ip) {
			return true
		}
	}
	return false
}

// blocksPeer says whether a nil or other list blocks the peer of conn.
func (b *BlockList) blocksPeer(conn net.Conn) bool {
	peer, ok := conn.RemoteAddr().(*net.TCPAddr)
	return b != nil && ok && b.blocks(peer.AddrPort().Addr().WithZone(""))
}

// blocksAddress says whether a nil or other list blocks an address in text.
func (b *BlockList) blocksAddress(address string) bool {
	if b == nil {
		return false
	}
	ip, err := netip.ParseAddr(address)
	return err == nil && b.blocks(ip.WithZone(""))
}

func (s *span) contains(ip netip.Addr) bool {
	if s.subnet.IsValid() {
		return s.subnet.Contains(netip.AddrFrom16(ip.As16()))
	}
	low, ok1 := compareIP(ip, s.first)
	high, ok2 := compareIP(ip, s.last)
	return ok1 && ok2 && low >= 0 && high <= 0
}

// compareIP orders two addresses. Those of different families have no order,
// unless the IPv6 one stands for an IPv4 one.
func compareIP(a, b netip.Addr) (order int, comparable bool) {
	if a.Is4() != b.Is4() {
		a, b = a.Unmap(), b.Unmap()
	}
	return a.Compare(b), a.Is4() == b.Is4()
}

func familyOf(family []string) string {
	if len(family) == 0 {
		return familyIPv4
	}
	return family[0]
}

func ruleAddress(address string, family []string) *SocketAddress {
	if address == "" {
		address = "?" // no default here
	}
	return NewSocketAddress(SocketAddressOptions{Address: address, Family: familyOf(family)})
}

func shownFamily(a *SocketAddress) string {
	if a.ip.Is4() {
		return "IPv4"
	}
	return "IPv6"
}

func inspectAddress(a *SocketAddress) string {
	return "SocketAddress { address: '" + a.Address() + "', port: " + strconv.Itoa(a.port) +
		", family: '" + a.Family() + "', flowlabel: " + strconv.Itoa(a.flowlabel) + " }"
}
