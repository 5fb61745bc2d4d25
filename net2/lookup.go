package net2

import (
	"context"
	"net"

	"github.com/nodenet/go/net2/loop"
)

// resolve finds the addresses of host and calls cb on the loop, never at once.
// An address is its own answer. The request keeps the loop alive.
func resolve(l *loop.Loop, host string, options LookupOptions, cb func(err error, found []LookupAddress)) {
	if family := IsIP(host); family != 0 {
		l.NextTick(func() { cb(nil, []LookupAddress{{host, family}}) })
		return
	}
	l.BeginRequest()
	go func() {
		found, err := lookupIP(host, options.Family)
		l.Post(func() {
			l.EndRequest()
			cb(err, found)
		})
	}()
}

// systemLookup is the [Lookup] of a program that brings none.
func systemLookup(l *loop.Loop) Lookup {
	return func(host string, options LookupOptions, cb func(error, []LookupAddress)) {
		resolve(l, host, options, cb)
	}
}

// lookupIP blocks: it asks the resolver of Go's net.
func lookupIP(host string, family int) ([]LookupAddress, error) {
	network := "ip"
	switch family {
	case 4:
		network = "ip4"
	case 6:
		network = "ip6"
	}
	ips, err := net.DefaultResolver.LookupNetIP(context.Background(), network, host)
	if err != nil || len(ips) == 0 {
		return nil, lookupError(err, host)
	}
	found := make([]LookupAddress, 0, len(ips))
	for _, ip := range ips {
		if ip = ip.Unmap(); ip.Is4() {
			found = append(found, LookupAddress{ip.String(), 4})
		} else {
			found = append(found, LookupAddress{ip.String(), 6})
		}
	}
	return found, nil
}

// interleave orders addresses for the attempts: families alternate, the first
// address found leads, and none is tried twice. What is no address is left out.
func interleave(found []LookupAddress) []LookupAddress {
	var families [2][]LookupAddress
	seen := make(map[string]bool, len(found))
	first := 0
	for _, a := range found {
		if seen[a.Address] || IsIP(a.Address) == 0 || (a.Family != 4 && a.Family != 6) {
			continue
		}
		seen[a.Address] = true
		if first == 0 {
			first = a.Family
		}
		group := 0
		if a.Family != first {
			group = 1
		}
		families[group] = append(families[group], a)
	}
	order := make([]LookupAddress, 0, len(seen))
	for i := range max(len(families[0]), len(families[1])) {
		for _, group := range families {
			if i < len(group) {
				order = append(order, group[i])
			}
		}
	}
	return order
}
