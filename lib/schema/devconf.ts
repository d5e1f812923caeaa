// Settings of IPv4 and IPv6 on one link, as IFLA_INET_CONF and IFLA_INET6_CONF carry them: arrays of 32-bit numbers
// whose places are the kernel's constants. Read only in these forms; /proc/sys/net/{ipv4,ipv6}/conf/LINK writes them.

import { s32, struct } from './dsl.ts'

/** Place in the array = constant - 1: IPV4_DEVCONF_FORWARDING is 1. */
export const ipv4Devconf = struct('s32[]', 'IPV4_DEVCONF_', {
  forwarding:                       s32(),
  mcForwarding:                     s32(),
  proxyArp:                         s32(),
  acceptRedirects:                  s32(),
  secureRedirects:                  s32(),
  sendRedirects:                    s32(),
  sharedMedia:                      s32(),
  rpFilter:                         s32(),
  acceptSourceRoute:                s32(),
  bootpRelay:                       s32(),
  logMartians:                      s32(),
  tag:                              s32(),
  arpfilter:                        s32(),
  mediumId:                         s32(),
  noxfrm:                           s32(),
  nopolicy:                         s32(),
  forceIgmpVersion:                 s32(),
  arpAnnounce:                      s32(),
  arpIgnore:                        s32(),
  promoteSecondaries:               s32(),
  arpAccept:                        s32(),
  arpNotify:                        s32(),
  acceptLocal:                      s32(),
  srcVmark:                         s32(),
  proxyArpPvlan:                    s32(),
  routeLocalnet:                    s32(),
  igmpv2UnsolicitedReportInterval:  s32(),   // ms
  igmpv3UnsolicitedReportInterval:  s32(),   // ms
  ignoreRoutesWithLinkdown:         s32(),
  dropUnicastInL2Multicast:         s32(),
  dropGratuitousArp:                s32(),
  bcForwarding:                     s32(),
  arpEvictNocarrier:                s32(),   // since 5.16
})

/** Place in the array = constant: DEVCONF_FORWARDING is 0. Times are in ms or s, as ipv6_store_devconf leaves them. */
export const ipv6Devconf = struct('s32[]', 'DEVCONF_', {
  forwarding:                       s32(),
  hoplimit:                         s32(),
  mtu6:                             s32(),
  acceptRa:                         s32(),
  acceptRedirects:                  s32(),
  autoconf:                         s32(),
  dadTransmits:                     s32(),
  rtrSolicits:                      s32(),
  rtrSolicitInterval:               s32(),   // ms
  rtrSolicitDelay:                  s32(),   // ms
  useTempaddr:                      s32(),
  tempValidLft:                     s32(),   // s
  tempPreferedLft:                  s32(),   // s
  regenMaxRetry:                    s32(),
  maxDesyncFactor:                  s32(),
  maxAddresses:                     s32(),
  forceMldVersion:                  s32(),
  acceptRaDefrtr:                   s32(),
  acceptRaPinfo:                    s32(),
  acceptRaRtrPref:                  s32(),
  rtrProbeInterval:                 s32(),   // ms
  acceptRaRtInfoMaxPlen:            s32(),
  proxyNdp:                         s32(),
  optimisticDad:                    s32(),
  acceptSourceRoute:                s32(),
  mcForwarding:                     s32(),
  disableIpv6:                      s32(),
  acceptDad:                        s32(),
  forceTllao:                       s32(),
  ndiscNotify:                      s32(),
  mldv1UnsolicitedReportInterval:   s32(),   // ms
  mldv2UnsolicitedReportInterval:   s32(),   // ms
  suppressFragNdisc:                s32(),
  acceptRaFromLocal:                s32(),
  useOptimistic:                    s32(),
  acceptRaMtu:                      s32(),
  stableSecret:                     s32(),   // always 0: the secret stays in the kernel
  useOifAddrsOnly:                  s32(),
  acceptRaMinHopLimit:              s32(),
  ignoreRoutesWithLinkdown:         s32(),
  dropUnicastInL2Multicast:         s32(),
  dropUnsolicitedNa:                s32(),
  keepAddrOnDown:                   s32(),
  rtrSolicitMaxInterval:            s32(),   // ms
  seg6Enabled:                      s32(),
  seg6RequireHmac:                  s32(),
  enhancedDad:                      s32(),
  addrGenMode:                      s32(),
  disablePolicy:                    s32(),
  acceptRaRtInfoMinPlen:            s32(),
  ndiscTclass:                      s32(),
  rplSegEnabled:                    s32(),
  raDefrtrMetric:                   s32(),   // since 5.12
  ioam6Enabled:                     s32(),   // since 5.15
  ioam6Id:                          s32(),
  ioam6IdWide:                      s32(),
  ndiscEvictNocarrier:              s32(),   // since 5.16
  acceptUntrackedNa:                s32(),   // since 5.19
  acceptRaMinLft:                   s32(),   // since 6.6
  forceForwarding:                  s32(),   // since 6.17
})
