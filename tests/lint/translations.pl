# Reads a French catalogue as msgattrib prints it, and prints what is wrong with its translations.
use strict;
use warnings;

# What fmt puts into a text: "{}" counts from 0, "{1}" names its argument.
sub arguments {
  my ($text) = @_;
  my ($next, @found) = (0);
  $text =~ s/\{\{|\}\}//g;
  while ($text =~ /\{(\d*)(:[^}]*)?\}/g) {
    push @found, (length $1 ? $1 : $next++) . ($2 // '');
  }
  return join ' ', sort @found;
}

sub check {
  my ($english, $french) = @_;
  return if $english eq '' || $french eq '';
  print "other arguments: $french\n" if arguments($english) ne arguments($french);
  print "a no-break space is missing: $french\n" if $french =~ /\x{AB} | [:;!?\x{BB}]/;
  print "ends otherwise: $french\n" if ($english =~ /\\n$/) != ($french =~ /\\n$/);
}

binmode STDIN, ':utf8';
binmode STDOUT, ':utf8';
my (%entry, $field);
while (my $line = <STDIN>) {
  if ($line =~ /^(msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$/) {
    ($field, $entry{$1}) = ($1, $2);
  } elsif ($line =~ /^"(.*)"$/) {
    $entry{$field} .= $1;
  }
  next unless $line =~ /^$/ || eof STDIN;
  check($entry{msgid} // '', $entry{$_} // '') for 'msgstr', 'msgstr[0]';
  check($entry{msgid_plural} // '', $entry{'msgstr[1]'} // '');
  %entry = ();
}
