package net2_test

import (
	"fmt"

	"github.com/nodenet/go/net2"
)

func ExampleBlockList() {
	list := net2.NewBlockList()
	list.AddAddress("123.123.123.123")
	list.AddRange("10.0.0.1", "10.0.0.10")
	list.AddSubnet("8592:757c:efae:4e45::", 64, "ipv6")

	fmt.Println(list.Check("10.0.0.3"), list.Check("222.111.111.222"))
	fmt.Println(list.Check("::ffff:7b7b:7b7b", "ipv6")) // IPv4 written as IPv6
	for _, rule := range list.Rules() {
		fmt.Println(rule)
	}
	// Output:
	// true false
	// true
	// Subnet: IPv6 8592:757c:efae:4e45::/64
	// Range: IPv4 10.0.0.1-10.0.0.10
	// Address: IPv4 123.123.123.123
}

func ExampleParseSocketAddress() {
	a := net2.ParseSocketAddress("[::1]:8080")
	fmt.Println(a.Address(), a.Port(), a.Family())
	fmt.Println(net2.ParseSocketAddress("not an address"))
	// Output:
	// ::1 8080 ipv6
	// <nil>
}
